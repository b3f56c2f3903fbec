/** Alerts, dashboards and the compose file, read and run as those who operate the suite use them. */
@NullMarked
package io.crosscare.acceptance.operations;

import org.jspecify.annotations.NullMarked;
