package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Comment.Author;
import java.time.Instant;

/**
 * Somebody's word that nothing is left to do.
 *
 * @param reason with every number of a person cut out
 */
public record Resolution(Instant at, Author by, String reason) {}
