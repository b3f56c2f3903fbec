/** What must hold of entries and chains, as pure rules, and what an audit finds. */
@NullMarked
package io.crosscare.settlement.audit.model;

import org.jspecify.annotations.NullMarked;
