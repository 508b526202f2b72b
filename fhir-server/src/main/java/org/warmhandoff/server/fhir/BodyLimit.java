package org.warmhandoff.server.fhir;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body that is longer than any resource here may be; HAPI would hold it all in memory. */
final class BodyLimit extends OncePerRequestFilter {

    private final long most;

    BodyLimit(long most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        ServletInputStream body = super.getInputStream();
                        return new Limited(body, zipped(request) ? new GZIPInputStream(body) : body);
                    }

                    @Override
                    public @Nullable String getHeader(String name) {
                        return name.equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING) ? null : super.getHeader(name);
                    }
                },
                response);
    }

    /** Unpacked here and not by HAPI: what comes out is what must be bounded. */
    private static boolean zipped(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.strip().equalsIgnoreCase("gzip");
    }

    private final class Limited extends ServletInputStream {

        private final ServletInputStream received;
        private final InputStream body;
        private long read;

        Limited(ServletInputStream received, InputStream body) {
            this.received = received;
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw new PayloadTooLargeException("The body is longer than " + most + " bytes");
            }
        }

        @Override
        public boolean isFinished() {
            return received.isFinished();
        }

        @Override
        public boolean isReady() {
            return received.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            received.setReadListener(listener);
        }
    }
}
