/** The edge over real HTTP, with a small server in the place of the services. */
@NullMarked
package io.crosscare.gateway.web;

import org.jspecify.annotations.NullMarked;
