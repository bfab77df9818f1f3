/**
 * Staff: who may sign in, who is signed in, who has a desk open, and what was done with it.
 *
 * <p>Secrets are never stored: a password is kept as its hash (made by whoever asks for it; this package only stores the
 * text), a session cookie and an invitation link as the SHA-256 of a random 256-bit value that exists once, in the
 * browser. All classes may be shared between threads.
 */
@NullMarked
package outfitter.models.account;

import org.jspecify.annotations.NullMarked;
