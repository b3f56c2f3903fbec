/** The edge in HTTP: what every request passes on its way in, and every answer on its way out. */
@NullMarked
package io.crosscare.gateway.web;

import org.jspecify.annotations.NullMarked;
