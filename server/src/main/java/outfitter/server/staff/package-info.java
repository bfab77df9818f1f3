/**
 * The staff's side: signing in, the desk's API and its live socket.
 *
 * <p>{@link outfitter.server.staff.StaffGuard} knows a session's cookie and what its account's role lets it do; {@link
 * outfitter.server.staff.SignIn} begins and ends sessions; {@link outfitter.server.staff.DeskRoutes} lets an agent read and
 * act; {@link outfitter.server.staff.LiveRoutes} tells an agent's screen what happens, as it happens.
 */
@NullMarked
package outfitter.server.staff;

import org.jspecify.annotations.NullMarked;
