/** The doors at which catalogues are published, read, looked up and mapped. */
@NullMarked
package io.crosscare.settlement.catalogue.web;

import org.jspecify.annotations.NullMarked;
