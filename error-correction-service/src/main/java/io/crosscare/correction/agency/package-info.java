/** A small copy of the registry's agencies (经办机构), so that a case is passed only to an agency that is known. */
@NullMarked
package io.crosscare.correction.agency;

import org.jspecify.annotations.NullMarked;
