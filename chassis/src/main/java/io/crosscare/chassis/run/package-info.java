/** The one place where the suite waits: tasks before a service is ready, and tasks that return. */
@NullMarked
package io.crosscare.chassis.run;

import org.jspecify.annotations.NullMarked;
