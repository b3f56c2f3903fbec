/** The operators' doors to dead letters. */
@NullMarked
package io.crosscare.correction.deadletter.web;

import org.jspecify.annotations.NullMarked;
