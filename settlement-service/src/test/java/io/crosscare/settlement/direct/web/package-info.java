@NullMarked
package io.crosscare.settlement.direct.web;

import org.jspecify.annotations.NullMarked;
