package outfitter.server.http;

import org.jspecify.annotations.Nullable;

/**
 * What a handler returns when the status is part of the answer, as in "201 if new, 200 if it was there".
 *
 * @param status one of those that the operation declares
 * @param body null for an answer without one
 */
public record Answer(int status, @Nullable Object body) {}
