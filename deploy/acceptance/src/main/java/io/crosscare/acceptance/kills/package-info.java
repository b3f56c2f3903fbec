/**
 * Kills one process of a running suite after another, or cuts its power, while hospitals work, and then proves from their own journals that nothing
 * answered was lost, nothing was done twice, and nothing stayed unknown.
 */
@NullMarked
package io.crosscare.acceptance.kills;

import org.jspecify.annotations.NullMarked;
