/**
 * HTTP as the rest of the server sees it.
 *
 * <p>{@link outfitter.server.http.Api} is the register of all routes below {@code /api}, {@code /v3} and {@code /health}:
 * each is declared once, with an {@link outfitter.server.http.Operation} that says who may call it, what it takes and what
 * it returns, and from that declaration come the mounted route, the check of who calls, the reading of the body and the
 * OpenAPI document at {@code /openapi.json}:
 *
 * <pre>{@code
 * api.post("/api/episodes/:id/claim",
 *         Operation.of("Claims an episode for the signed-in agent")
 *                 .by(Access.AGENT).takes(Claim.class).returns(EpisodeView.class).fails(409, "another agent was first"),
 *         this::claim);
 *
 * private Future<EpisodeView> claim(RoutingContext ctx) {
 *     Claim claim = Requests.body(ctx, Claim.class);
 *     return desk.claim(Requests.id(ctx, "id"), claim)
 *             .map(claimed -> claimed.orElseThrow(() -> new HttpException(409, "Another agent has this conversation")));
 * }
 * }</pre>
 *
 * <p>A handler returns a Future of the declared record, of {@link outfitter.server.http.Answer} where the status varies, or
 * of {@code Void} for 204. {@link outfitter.server.http.Requests} reads parameters and bodies and refuses nonsense with a
 * 400 that names the field; {@link outfitter.server.http.ProblemHandler} turns failures into RFC 9457. A WebSocket is
 * declared with {@link outfitter.server.http.Api#socket}. Every server test sees each answer checked against the
 * document ({@code OpenApiConformance}), so a record that does not match its declaration fails the test that met it.
 */
@NullMarked
package outfitter.server.http;

import org.jspecify.annotations.NullMarked;
