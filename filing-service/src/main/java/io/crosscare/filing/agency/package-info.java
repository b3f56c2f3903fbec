/** A small copy of the registry's agencies (经办机构), so that a refusal can name who helps and at which phone. */
@NullMarked
package io.crosscare.filing.agency;

import org.jspecify.annotations.NullMarked;
