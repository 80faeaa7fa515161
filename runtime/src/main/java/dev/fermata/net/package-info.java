/**
 * TCP on NIO. Nothing here has a thread of its own: an operation is tried at once, and only where the socket would block
 * does it wait, on the loop that its {@link dev.fermata.net.TcpStream} or {@link dev.fermata.net.TcpListener} belongs to.
 */
@NullMarked
package dev.fermata.net;

import org.jspecify.annotations.NullMarked;
