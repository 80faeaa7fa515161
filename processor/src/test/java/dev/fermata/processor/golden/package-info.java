/** Each pass's result as text, compared with what is kept beside the source; and what each pass promises, checked. */
package dev.fermata.processor.golden;
