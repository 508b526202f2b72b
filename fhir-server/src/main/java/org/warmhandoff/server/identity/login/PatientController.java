package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Which patient an app is about (SMART App Launch 2.2, launch/patient). By id, of which it says whether there is one: a list of
 * names would be a disclosure, and those go by the gate.
 */
@Controller
@RequestMapping("/account/patient")
class PatientController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final Sessions sessions;
    private final ResourceStore store;

    PatientController(Sessions sessions, ResourceStore store) {
        this.sessions = sessions;
        this.store = store;
    }

    @GetMapping
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String next)
            throws IOException {
        String to = LocalPath.of(next);
        if (active(request).isEmpty()) {
            response.sendRedirect(LocalPath.with("/login", LocalPath.with("/account/patient", to)));
            return;
        }
        Pages.write(response, HttpServletResponse.SC_OK, Pages.patient(FormToken.of(request), to, ""));
    }

    @PostMapping
    void choose(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String patient,
            @RequestParam String next)
            throws IOException {
        String to = LocalPath.of(next);
        Optional<StaffSession> session = active(request);
        if (session.isEmpty()) {
            response.sendRedirect(LocalPath.with("/login", to));
            return;
        }
        String id = patient.strip().replaceFirst("^Patient/", "");
        if (!ID.matcher(id).matches() || store.read(new IdType("Patient", id)).isEmpty()) {
            Pages.write(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    Pages.patient(FormToken.of(request), to, "There is no patient of that id."));
            return;
        }
        sessions.choose(session.get(), id, to);
        SignInAnswers.goOn(response, to);
    }

    private Optional<StaffSession> active(HttpServletRequest request) {
        return sessions.of(request).filter(session -> !session.mustChange());
    }
}
