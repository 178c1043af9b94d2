using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlainBrowser = DogLicence.Walkthrough.Browser;

namespace BaseComponents.Tests.Journeys.Health;

/// <summary>Where the way does not go straight: payments that come to nothing, other people's cases, wrong input.</summary>
public sealed class BookingTests
{
    [Fact]
    public async Task A_payment_that_was_aborted_is_tried_again_and_the_office_gets_one_entry()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        await bench.WalkToPaymentAsync(citizen, "Zoë", ("Mail", "post@vereine.example"));
        await HealthBench.PayAsync(citizen, "Abbrechen");
        citizen.Page.Text.Should().Contain("Die Zahlung wurde nicht abgeschlossen").And.Contain("nichts abgebucht");
        await bench.UntilAsync(citizen, "Uhr reserviert");

        await HealthBench.PayAsync(citizen);
        await bench.UntilAsync(citizen, "Ihr Platz ist gebucht");

        var number = HealthBench.NumberOn(citizen.Page);
        citizen.Page.Text.Should().NotContain("Termin absagen", "what is paid is not cancelled here");
        using var office = new PlainBrowser();
        var code = await bench.OfficeCodeAsync(number);
        await bench.OpenAsync(office, "/teilnahme");
        (await office.PressAsync("Vorgang öffnen", new Dictionary<string, string> { ["code"] = code.Replace('-', ' ').ToLowerInvariant() })).Text.Should().NotContainAny("WEIẞ", "1988");
        (await office.PressAsync("Bestätigen")).Text.Should().Contain("Die Teilnahme ist bestätigt");
        // A key of the Sandbox's directory exists for this address: the certificate itself comes, encrypted.
        var mail = await bench.MailAsync($"Ihr Vorgang {number}");
        mail.Source.Should().Contain("application/pgp-encrypted").And.NotContain("WEIẞ");
        (await bench.UntilAsync(citizen, "Ihre Bescheinigung liegt bereit")).Value("Name").Should().Contain("WEIẞ-ĐẶNG".Normalize());
        bench.Log.All.Should().NotContainAny("WEIẞ", "MBANGO", "1988-11-30", "30.11.1988", "post@vereine.example", code, code.Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Money_that_comes_when_the_seat_is_gone_buys_another_one()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        var number = HealthBench.NumberOn(await bench.WalkToPaymentAsync(citizen));
        await citizen.PressAsync("€ bezahlen");
        await using (var scope = bench.Fresh.Server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Seats>().FreeAsync((await bench.RowAsync(number)).Id, TestContext.Current.CancellationToken);
        await citizen.FollowAsync("Zur Bezahlseite");
        await citizen.PressAsync("Bezahlen");
        await bench.UntilAsync(citizen, "Bezahlt, aber ohne Platz");

        var page = await citizen.FollowAsync("Anderen Termin wählen");
        page = await citizen.PressAsync("Platz reservieren", new Dictionary<string, string> { ["termin"] = HealthBench.FirstSlot(page) });

        page.Text.Should().Contain("Ihr Platz ist gebucht");
        (await bench.OfficeCodeAsync(number)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_makes_for_a_notice_without_personal_data()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        await bench.WalkToPaymentAsync(citizen, "Erika Mustermann", ("Mail", "erika@buerger.example"), ("Zertifikat", SelfSigned()));
        await HealthBench.PayAsync(citizen);
        await bench.UntilAsync(citizen, "Ihr Platz ist gebucht");
        var number = HealthBench.NumberOn(citizen.Page);
        await bench.OpenAsync(citizen, "/teilnahme");
        await citizen.PressAsync("Vorgang öffnen", new Dictionary<string, string> { ["code"] = await bench.OfficeCodeAsync(number) });
        await citizen.PressAsync("Bestätigen");

        (await bench.MailAsync($"Neues zu Ihrem Vorgang {number}")).Source.Should().NotContainAny("MUSTERMANN", "Belehrung", "application/pdf");
        bench.Log.All.Should().Contain("recipient.certificate-untrusted", "the citizen's own certificate was found and checked");
    }

    [Fact]
    public async Task The_last_seat_goes_to_one_of_two_and_comes_back_when_its_time_is_over()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = await HealthBench.StartAsync(services => services.AddSingleton<TimeProvider>(clock), ("Appointments:Weekly:0:Seats", "1"));
        using var first = new PlainBrowser();
        using var second = new PlainBrowser();
        var page = await bench.OpenAsync(second, "/termine?ort=145220180180");
        var slot = new Dictionary<string, string> { ["termin"] = Monday(page) };
        await bench.OpenAsync(first, "/termine?ort=145220180180");
        (await first.PressAsync("Platz reservieren", slot)).Heading.Should().Be("Melden Sie sich an");

        (await second.PressAsync("Platz reservieren", slot)).Text.Should().Contain("Der letzte Platz wurde gerade vergeben");

        clock.Advance(TimeSpan.FromMinutes(21));
        await bench.OpenAsync(second, "/termine?ort=145220180180");
        (await second.PressAsync("Platz reservieren", slot)).Heading.Should().Be("Melden Sie sich an");
        (await bench.OpenAsync(first, "/anmelden")).Text.Should().Contain("Ihre Reservierung ist abgelaufen");
    }

    [Fact]
    public async Task Two_accounts_do_not_see_each_others_cases()
    {
        await using var bench = await HealthBench.StartAsync();
        using var erika = new PlainBrowser();
        var address = (await bench.WalkToPaymentAsync(erika)).Address;
        using var zoe = new PlainBrowser();
        await zoe.OpenAsync(new Uri(bench.Address, "/konto"));
        await HealthBench.LogInAsync(zoe, "Zoë");
        zoe.Page.Text.Should().Contain("keinen Vorgang");

        foreach (var path in new[] { "", "/belehrung", "/termin", "?handler=Bescheinigung" })
            (await zoe.OpenAsync(new Uri(address + path))).Status.Should().Be(HttpStatusCode.NotFound);
        using var nobody = new PlainBrowser();
        (await nobody.OpenAsync(address)).Text.Should().NotContain(HealthBench.NumberOn(erika.Page));
        await bench.OpenAsync(nobody, "/teilnahme");
        foreach (var guess in new[] { "", "ABCDE-23456-FGHJK-789MN", HealthBench.NumberOn(erika.Page) })
            (await nobody.PressAsync("Vorgang öffnen", new Dictionary<string, string> { ["code"] = guess })).Text.Should().Contain("Zu diesem Code gibt es keinen Vorgang");
    }

    [Fact]
    public async Task A_case_that_is_cancelled_frees_the_seat_and_forgets_the_person()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        var before = (await bench.OpenAsync(citizen, "/termine?ort=145220180180")).Text;
        var number = HealthBench.NumberOn(await bench.WalkToPaymentAsync(citizen));
        (await bench.OpenAsync(citizen, "/konto")).Text.Should().Contain(number);
        await citizen.FollowAsync(number);

        (await citizen.PressAsync("Termin absagen")).Text.Should().Contain("Der Termin ist abgesagt").And.NotContain("Termin absagen");

        (await bench.OpenAsync(citizen, "/termine?ort=145220180180")).Text.Should().Be(before.Replace("Belehrung buchen", "Belehrung buchen Abmelden", StringComparison.Ordinal));
        await using var scope = bench.Fresh.Server.Services.CreateAsyncScope();
        var cases = scope.ServiceProvider.GetRequiredService<CaseStore>();
        cases.Open(await bench.RowAsync(number)).Should().Match<CaseContent>(content => content.Person == null && content.Mail == null);
    }

    [Fact]
    public async Task Wrong_input_is_explained_and_nothing_of_it_is_kept()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        (await bench.OpenAsync(citizen, "/?ort=" + new string('x', 101))).Text.Should().Contain("höchstens 100 Zeichen");
        (await bench.OpenAsync(citizen, "/termine?ort=nirgendwo")).Heading.Should().Be("Belehrung für die Arbeit mit Lebensmitteln");
        await bench.OpenAsync(citizen, "/termine?ort=145220180180");
        foreach (var slot in new[] { "", "-1", "99999999999999999999", "1' OR 1=1" })
            (await citizen.PressAsync("Platz reservieren", new Dictionary<string, string> { ["termin"] = slot })).Text.Should().Contain("Bitte wählen Sie einen der Termine aus");
        await bench.ReserveAsync(citizen);
        await HealthBench.LogInAsync(citizen);

        (await AnswerAsync(citizen, ("Frage1", "a"))).Text.Should().Contain("Das ist nicht richtig");
        (await AnswerAsync(citizen, ("Mail", "keine adresse"))).Text.Should().Contain("Bitte prüfen Sie die Schreibweise");
        (await AnswerAsync(citizen, ("Zertifikat", "-----BEGIN CERTIFICATE-----"))).Text.Should().Contain("Adresse an, für die das Zertifikat gilt");
        (await AnswerAsync(citizen, ("Mail", "a@b.example"), ("Zertifikat", "-----BEGIN PRIVATE KEY-----geheim"))).Text.Should().Contain("privater Schlüssel").And.NotContain("geheim");
        (await AnswerAsync(citizen, ("Mail", "a@b.example"), ("Zertifikat", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))).Text.Should().Contain("kein Zertifikat");
        (await AnswerAsync(citizen, ("Erklaerung", "unsicher"))).Text.Should().Contain("Bitte sprechen Sie zuerst mit dem Gesundheitsamt");

        await using var scope = bench.Fresh.Server.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<CaseDb>().Cases.ToListAsync(TestContext.Current.CancellationToken);
        rows.Should().ContainSingle().Which.Stage.Should().Be(CaseStage.Begun);
        scope.ServiceProvider.GetRequiredService<CaseStore>().Open(rows[0]).Should().Match<CaseContent>(content => content.DeclaredAt == null && content.Mail == null && content.CertificatePem == null);
    }

    [Fact]
    public async Task Who_may_not_or_gives_up_is_told_so_and_keeps_the_seat_for_now()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        await bench.ReserveAsync(citizen);
        (await HealthBench.LogInAsync(citizen, "Ben")).Text.Should().Contain("Hier geht es erst ab 18 Jahren").And.Contain("reserviert");

        await citizen.FollowAsync("Mit BundID anmelden");
        await citizen.PressAsync("Weiter zur Anmeldung");
        await citizen.PressAsync("Abbrechen");
        (await citizen.PressAsync("Weiter zur Anwendung")).Text.Should().Contain("Sie haben die Anmeldung abgebrochen");

        (await bench.OpenAsync(citizen, "/anmelden")).Text.Should().Contain("reserviert");
    }

    [Fact]
    public async Task Nothing_personal_rests_in_the_open_and_the_purge_takes_what_is_over()
    {
        await using var bench = await HealthBench.StartAsync();
        using var citizen = new PlainBrowser();
        await bench.WalkToPaymentAsync(citizen, "Erika Mustermann", ("Mail", "erika@buerger.example"));
        foreach (var file in Directory.EnumerateFiles(bench.Fresh.Folder, "cases.db*"))
            Encoding.UTF8.GetString(await ReadAsync(file)).Should().NotContainAny("MUSTERMANN", "erika@buerger", "1964-08-12");
        await using var scope = bench.Fresh.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();

        (await scope.ServiceProvider.GetRequiredService<CasePurge>().RunOnceAsync(TestContext.Current.CancellationToken)).Should().Be(0);
        await db.Cases.ExecuteUpdateAsync(set => set.SetProperty(row => row.ChangedAt, 0), TestContext.Current.CancellationToken);
        (await scope.ServiceProvider.GetRequiredService<CasePurge>().RunOnceAsync(TestContext.Current.CancellationToken)).Should().Be(1);

        (await db.Seats.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Should().OnlyContain(seat => seat.State == SeatState.Free);
    }

    [Fact]
    public async Task Production_does_not_start_as_it_is_delivered()
    {
        var start = () => RunningService.StartAsync(global::HealthCertificate.Hosting.Composition.Plan, new ServerOptions { Environment = "Production", ContentRoot = HealthBench.Sample });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*placeholder*Legal:Imprint*HealthCertificate:FeeStatute*");
    }

    private static Task<DogLicence.Walkthrough.Shown> AnswerAsync(PlainBrowser citizen, params IEnumerable<(string Key, string Value)> changes) =>
        citizen.PressAsync("Erklären und weiter", changes.Aggregate(new Dictionary<string, string>(HealthBench.Answers) { ["Mail"] = "", ["Zertifikat"] = "" }, (all, change) => new(all) { [change.Key] = change.Value }));

    private static string Monday(DogLicence.Walkthrough.Shown page) => page.Document.QuerySelectorAll("label").First(label => label.TextContent.Contains("Montag", StringComparison.Ordinal)).ParentElement!
        .QuerySelector("input")!.GetAttribute("value")!;

    private static string SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=erika", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress("erika@buerger.example");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(new OidCollection { new("1.3.6.1.5.5.7.3.4") }, false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return certificate.ExportCertificatePem();
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
