/** Time as an event: what people have to be told because days pass, each thing once. */
@NullMarked
package io.crosscare.filing.notice;

import org.jspecify.annotations.NullMarked;
