package org.warmhandoff.server.desk;

/** The words of a message. Clinical content: whoever gets it is on record before. */
record MessageBody(String contentType, byte[] bytes) {}
