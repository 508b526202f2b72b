package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.warmhandoff.tests.harness.Browser;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.harness.Tool;

/** People sign in with a password. One server goes through all steps in order, because each start costs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaffLoginTest {

    private static final String SESSION = "warmhandoff";
    private static final String ADMIN_PASSWORD = "purple kettle under the bridge";
    private static final String ANNS_PASSWORD = "seven slow herons at dusk";
    private static final String TYPED_AS_A_NAME = "hunter2-typed-into-the-wrong-field";
    private static final Pattern SAID = Pattern.compile("as admin with the password (\\S+)");

    private static RunningServer server;
    private static Browser admin;
    private static Browser ann;
    private static String anns;

    @BeforeAll
    static void start() {
        server = RunningServer.start(ServerSetup.fresh(
                        "staff-login",
                        PartnerEntries.none()
                                .with(PartnerEntries.programme("sunrise"))
                                .yaml())
                .with("warmhandoff.login.failures", 3)
                .with("warmhandoff.login.address-failures", 10_000)
                .with("warmhandoff.login.lock", "10m"));
        admin = browser();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void the_first_start_says_a_password_once_and_it_must_be_changed_before_anything_else() {
        String first = firstPassword();
        HttpResponse<String> in = admin.signIn("Admin ", first);
        assertThat(Browser.leadsTo(in)).startsWith("/account/password");
        String cookie = admin.cookies().get(SESSION);
        assertThat(admin.get("/admin/users").statusCode()).isEqualTo(401);
        assertThat(admin.get("/fhir/Task").statusCode()).isEqualTo(401);

        for (String bad : List.of("short", "password123456", first, "admin-admin-x", "aaaaaaaaaaaaaaaa")) {
            assertThat(change(admin, first, bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(change(admin, "wrong", ADMIN_PASSWORD).statusCode()).isEqualTo(400);
        assertThat(Browser.leadsTo(change(admin, first, ADMIN_PASSWORD))).isEqualTo("/account");

        assertThat(admin.cookies().get(SESSION)).isNotEqualTo(cookie);
        Browser before = browser();
        before.cookies().put(SESSION, cookie);
        assertThat(before.get("/account/session").statusCode()).isEqualTo(401);
        assertThat(admin.get("/admin/users").statusCode()).isEqualTo(200);
        assertThat(browser().signIn("admin", first).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void cookies_and_pages_are_kept_from_scripts_frames_and_other_sites() {
        Browser browser = browser();
        HttpResponse<String> page = browser.get("/login");
        HttpResponse<String> in = browser.signIn("admin", ADMIN_PASSWORD);

        for (String cookie : cookiesOf(page, in)) {
            assertThat(cookie)
                    .contains("; Path=/", "; HttpOnly", "; SameSite=Strict")
                    .doesNotContain("Domain");
        }
        assertThat(in.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith(SESSION + "="));
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("no-store"));
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
        assertThat(Browser.leadsTo(browser().get("/", "Accept", "text/html,*/*")))
                .isEqualTo("/login");
        assertThat(browser().get("/").statusCode()).isEqualTo(401);
        assertThat(browser.get("/login/style.css").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    @Test
    @Order(3)
    void a_write_needs_the_form_token_of_its_session() {
        String ann = "{\"name\":\"ann\",\"roles\":[\"therapist\"],\"practitioner\":\"Practitioner/ann\"}";
        assertThat(post(admin, "/admin/users", ann).statusCode()).isEqualTo(403);
        assertThat(post(admin, "/admin/users", ann, "X-CSRF-TOKEN", token(browser("admin", ADMIN_PASSWORD)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(admin, "/admin/users", ann, "X-CSRF-TOKEN", token(admin), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser()
                        .send(
                                "POST",
                                "/login",
                                Browser.encoded(Map.of("username", "admin", "password", ADMIN_PASSWORD)),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);

        JsonNode added = json(post(admin, "/admin/users", ann, "X-CSRF-TOKEN", token(admin)));

        signsInFirst("ann", added.path("password").asText(), ANNS_PASSWORD);
    }

    @Test
    @Order(4)
    void a_session_that_somebody_else_made_up_becomes_nobodys() {
        String planted = "A".repeat(43);
        Browser victim = browser();
        victim.cookies().put(SESSION, planted);
        assertThat(Browser.leadsTo(victim.signIn("ann", ANNS_PASSWORD))).isEqualTo("/account");

        assertThat(victim.cookies().get(SESSION)).isNotEqualTo(planted);
        Browser attacker = browser();
        attacker.cookies().put(SESSION, planted);
        assertThat(attacker.get("/account/session").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(5)
    void a_session_may_what_its_roles_may() {
        ann = browser("ann", ANNS_PASSWORD);
        assertThat(ann.get("/account").body()).contains("therapist");
        assertThat(ann.get("/admin/users").statusCode()).isEqualTo(403);
        assertThat(ann.get("/admin/messages").statusCode()).isEqualTo(403);
        assertThat(ann.get("/fhir/Task?_count=1").statusCode()).isEqualTo(200);
        String patient = "{\"resourceType\":\"Patient\",\"identifier\":[{\"type\":{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v2-0203\",\"code\":\"MR\"}]},"
                + "\"system\":\"https://sunrise.example/mrn\",\"value\":\"1\"}],"
                + "\"name\":[{\"family\":\"Doe\",\"given\":[\"Jo\"]}],\"gender\":\"female\",\"birthDate\":\"1990-01-01\"}";
        assertThat(fhir(ann, patient).statusCode()).isEqualTo(403);
        HttpResponse<String> created = fhir(ann, patient, "X-CSRF-TOKEN", token(ann));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    @Test
    @Order(6)
    void whatever_was_wrong_the_answer_is_the_same_and_no_place_elsewhere_is_led_to() {
        List<String> answers = new ArrayList<>();
        answers.add(refusal("nobody", "wrong"));
        answers.add(refusal(TYPED_AS_A_NAME, "wrong"));
        answers.add(refusal("", ""));
        answers.add(refusal("ann", "x".repeat(5_000)));
        answers.add(refusal("ann", "wrong"));
        answers.add(refusal("ann", "wrong"));
        answers.add(refusal("ann", ANNS_PASSWORD));
        assertThat(answers).allMatch(answer -> answer.startsWith("401")).containsOnly(answers.get(0));

        for (String next : List.of("//evil.example", "/\\evil.example", "https://evil.example", "javascript:1")) {
            Browser browser = browser();
            browser.get("/login");
            assertThat(Browser.leadsTo(browser.post(
                            "/login", Map.of("username", "admin", "password", ADMIN_PASSWORD, "next", next))))
                    .as(next)
                    .isEqualTo("/account");
        }
    }

    @Test
    @Order(7)
    void a_storm_of_attempts_leaves_threads_to_others() throws Exception {
        Browser stormer = browser();
        stormer.get("/login");
        ExecutorService storm = Executors.newFixedThreadPool(60);
        try {
            List<Callable<Integer>> attempts = Collections.nCopies(60, () -> stormer.copy()
                    .post("/login", Map.of("username", "nobody", "password", "x"))
                    .statusCode());
            List<Future<Integer>> answers = new ArrayList<>();
            attempts.forEach(attempt -> answers.add(storm.submit(attempt)));
            long start = System.nanoTime();
            assertThat(server.fhir().get("metadata").status()).isEqualTo(200);
            assertThat((System.nanoTime() - start) / 1_000_000_000)
                    .as("seconds")
                    .isLessThan(10);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(401, 503);
            }
        } finally {
            storm.shutdownNow();
        }
    }

    @Test
    @Order(8)
    void a_kill_ends_neither_the_lock_nor_the_sessions() {
        server.killHard();
        server.restart();

        assertThat(refusal("ann", ANNS_PASSWORD)).startsWith("401");
        assertThat(admin.get("/account/session").statusCode()).isEqualTo(200);
        assertThat(ann.get("/account/session").statusCode()).isEqualTo(200);
        assertThat(SAID.matcher(server.output()).results().count())
                .as("passwords said at two starts")
                .isEqualTo(1);

        assertThat(Tool.of(server).run("user", "unlock", "ann").exitCode()).isZero();
        assertThat(browser("ann", ANNS_PASSWORD).get("/account/session").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(9)
    void an_app_is_launched_by_who_is_signed_in() {
        String app =
                "{\"id\":\"notes\",\"scopes\":\"user/Task.rs patient/Condition.rs launch/patient openid fhirUser\","
                        + "\"redirectUris\":[\"https://app.example/cb\"]}";
        assertThat(post(admin, "/admin/clients", app, "X-CSRF-TOKEN", token(admin))
                        .statusCode())
                .isEqualTo(200);
        AppLaunch launch = new AppLaunch(server, "notes", "https://app.example/cb");
        String authorize = launch.authorize("user/Task.rs patient/Condition.rs launch/patient openid fhirUser");
        Browser stranger = browser();
        String login = Browser.leadsTo(stranger.get(authorize));
        assertThat(login).startsWith("/login?next=");
        String again = Browser.leadsTo(stranger.get(login, "Sec-Fetch-Site", "cross-site"));
        String back = Browser.leadsTo(stranger.submit(again, Map.of("username", "ann", "password", ANNS_PASSWORD)));
        assertThat(back).isEqualTo(authorize);
        String choose = Browser.leadsTo(stranger.get(back));
        assertThat(choose).startsWith("/account/patient?next=");
        assertThat(stranger.submit(choose, Map.of("patient", "no-such")).statusCode())
                .isEqualTo(404);
        String patient = server.fhir()
                .search(Patient.class, "family=Doe")
                .get(0)
                .getIdElement()
                .getIdPart();
        assertThat(Browser.leadsTo(stranger.submit(choose, Map.of("patient", patient))))
                .isEqualTo(authorize);

        JsonNode token = launch.token(Browser.leadsTo(stranger.get(authorize)));

        assertThat(token.path("patient").asText()).isEqualTo(patient);
        anns = token.path("access_token").asText();
        JsonNode claims = launch.claims(token);
        assertThat(claims.path("user").asText()).isEqualTo("ann");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"therapist\"]");
        assertThat(claims.path("fhirUser").asText()).endsWith("/fhir/Practitioner/ann");
        assertThat(token.path("id_token").asText()).isNotEmpty();
        assertThat(Browser.leadsTo(stranger.get(launch.authorize("launch/patient"))))
                .as("another request chooses again")
                .startsWith("/account/patient");
    }

    @Test
    @Order(10)
    void signing_out_another_password_and_being_disabled_end_sessions() {
        Browser left = browser("ann", ANNS_PASSWORD);
        String cookie = left.cookies().get(SESSION);
        left.get("/account");
        assertThat(Browser.leadsTo(left.post("/logout", Map.of()))).startsWith("/login");
        left.cookies().put(SESSION, cookie);
        assertThat(left.get("/account/session").statusCode()).isEqualTo(401);
        assertThat(ann.get("/account/session").statusCode()).isEqualTo(200);

        JsonNode reset = json(post(admin, "/admin/users/ann/password", "", "X-CSRF-TOKEN", token(admin)));
        assertThat(ann.get("/account/session").statusCode()).isEqualTo(401);
        ann = signsInFirst("ann", reset.path("password").asText(), ANNS_PASSWORD);

        assertThat(post(admin, "/admin/users/ann/disable", "", "X-CSRF-TOKEN", token(admin))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ann.get("/fhir/Task").statusCode()).isEqualTo(401);
        assertThat(server.fhir().bearing(anns).get("Task").status()).isEqualTo(401);
        assertThat(refusal("ann", ANNS_PASSWORD)).startsWith("401");
        assertThat(post(admin, "/admin/users/admin/disable", "", "X-CSRF-TOKEN", token(admin))
                        .statusCode())
                .as("the last administrator")
                .isEqualTo(409);
    }

    @Test
    @Order(11)
    void the_tool_manages_users_and_nothing_typed_is_in_a_log() {
        Tool tool = Tool.of(server);
        Tool.Said added = tool.run("user", "add", "ben", "--role", "intake,privacy-officer");
        assertThat(added.exitCode()).as(added.output()).isZero();
        String password = added.output().replaceFirst("(?s).*is added: (\\S+).*", "$1");
        signsInFirst("ben", password, "nine grey pebbles in a jar");
        assertThat(tool.run("user", "list").output()).contains("ben", "intake, privacy-officer", "disabled");
        assertThat(tool.run("user", "roles", "ben", "--role", "king").exitCode())
                .isEqualTo(2);
        assertThat(tool.run("user", "events", "ann").output()).contains("locked", "password-reset", "disabled");

        assertThat(server.output())
                .doesNotContain(TYPED_AS_A_NAME, ADMIN_PASSWORD, ANNS_PASSWORD, password)
                .containsOnlyOnce(firstPassword());
        assertThat(server.database()
                        .count(
                                "select count(*) from warmhandoff.staff_user_event where user_name = ?",
                                TYPED_AS_A_NAME))
                .isZero();
    }

    private static Browser browser() {
        return new Browser(server.http().address());
    }

    private static Browser browser(String name, String password) {
        Browser browser = browser();
        assertThat(Browser.leadsTo(browser.signIn(name, password))).isEqualTo("/account");
        return browser;
    }

    private static Browser signsInFirst(String name, String given, String chosen) {
        Browser browser = browser();
        assertThat(Browser.leadsTo(browser.signIn(name, given))).startsWith("/account/password");
        assertThat(Browser.leadsTo(change(browser, given, chosen))).isEqualTo("/account");
        return browser;
    }

    private static HttpResponse<String> change(Browser browser, String old, String wanted) {
        return browser.submit("/account/password", Map.of("old", old, "wanted", wanted, "again", wanted));
    }

    /** Status and page of an attempt that fails, less the form token, which is another each time. */
    private static String refusal(String name, String password) {
        HttpResponse<String> answer = browser().signIn(name, password);
        return answer.statusCode() + " "
                + answer.headers().map().keySet().stream().sorted().toList()
                + answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String token(Browser browser) {
        return json(browser.get("/account/session")).path("csrfToken").asText();
    }

    private static HttpResponse<String> post(Browser browser, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return browser.send("POST", path, body, all.toArray(String[]::new));
    }

    private static HttpResponse<String> fhir(Browser browser, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/fhir+json"));
        all.addAll(List.of(headers));
        return browser.send("POST", "/fhir/Patient", body, all.toArray(String[]::new));
    }

    private static List<String> cookiesOf(HttpResponse<String> one, HttpResponse<String> other) {
        List<String> all = new ArrayList<>(one.headers().allValues("Set-Cookie"));
        all.addAll(other.headers().allValues("Set-Cookie"));
        return all;
    }

    private static String firstPassword() {
        Matcher said = SAID.matcher(server.output());
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
