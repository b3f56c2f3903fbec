/** The chassis as Spring Boot auto-configuration: a readable list of what every service gets. */
@NullMarked
package io.crosscare.chassis.autoconfigure;

import org.jspecify.annotations.NullMarked;
