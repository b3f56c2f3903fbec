/** A small copy of the registry's agencies (经办机构): whom a refusal sends people to, and whom a case is passed to. */
@NullMarked
package io.crosscare.chassis.agency;

import org.jspecify.annotations.NullMarked;
