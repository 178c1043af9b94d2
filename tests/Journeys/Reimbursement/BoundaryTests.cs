using System.Net;
using BaseComponents.Tests.Journeys.Silence;
using DogLicence.Walkthrough;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Submission;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Journeys.Reimbursement;

/// <summary>What must not happen: two mails, foreign eyes, a summary that nobody saw, anybody in the log or on the disk.</summary>
public sealed class BoundaryTests(ReimbursementBench bench) : IClassFixture<ReimbursementBench>
{
    private static readonly string[] Pages = ["angaben", "zeiten", "nachweis", "zusammenfassung", "stand"];

    [Fact]
    public async Task However_often_it_is_confirmed_the_office_gets_one_mail()
    {
        using var employer = new EmployerBrowser(bench);
        var number = await employer.WalkToSummaryAsync();
        var (summary, path) = (employer.Page, employer.Case);

        // A double click and a second window: all were sent before any was answered.
        HttpRequestMessage Confirm() => DogLicence.Walkthrough.Submission.Of(summary, "Angaben bestätigen und absenden", new Dictionary<string, string>(), upload: null);
        var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => employer.Browser.SendAsync(Confirm(), TestContext.Current.CancellationToken)));
        ends.Should().OnlyContain(end => end.Heading == "Ihr Antrag ist eingegangen" && end.Status == HttpStatusCode.OK);
        await bench.MailAsync(number);
        // The back button.
        (await employer.Browser.SendAsync(Confirm(), TestContext.Current.CancellationToken)).Heading.Should().Be("Ihr Antrag ist eingegangen");
        foreach (var page in Pages)
            (await employer.OpenAsync(path + page)).Address.AbsolutePath.Should().EndWith("/stand", "nothing is changed any more");

        // Waiting for the mail fails where there are two.
        await bench.MailAsync(number);
        await using var scope = bench.Fresh.Server.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ClaimDb>().Claims.CountAsync(row => row.Number == number)).Should().Be(1);
    }

    [Fact]
    public async Task Two_companies_do_not_see_each_other()
    {
        using var first = new EmployerBrowser(bench);
        await first.WalkToSummaryAsync();
        using var second = new EmployerBrowser(bench);
        await second.WalkToSummaryAsync(EmployerBrowser.Association);
        second.Page.Text.Should().Contain("Tierfreunde").And.NotContain("Musterbau");

        foreach (var page in Pages)
            Refuses(await second.OpenAsync(first.Case + page), HttpStatusCode.NotFound);
        using var stranger = new EmployerBrowser(bench);
        Refuses(await stranger.OpenAsync(first.Case + "zusammenfassung"), HttpStatusCode.NotFound);

        // The same browser, the account of another company.
        var mine = first.Case;
        await first.Browser.PressAsync("Abmelden");
        await first.OpenAsync(mine + "zusammenfassung");
        await first.LogInAsync(EmployerBrowser.Association);
        Refuses(first.Page, HttpStatusCode.OK);
        first.Page.Text.Should().Contain("gehört zu einem anderen Unternehmen");
    }

    [Fact]
    public async Task A_person_without_a_company_is_told_which_account_it_takes()
    {
        using var person = new EmployerBrowser(bench);

        await person.BeginAsync("Greta Zertifikat");

        person.Page.Text.Should().Contain("brauchen Sie das Konto eines Unternehmens").And.NotContain("Greta");
    }

    [Fact]
    public async Task Whoever_gives_up_the_log_in_comes_back_to_the_application()
    {
        using var employer = new EmployerBrowser(bench);
        await employer.OpenAsync("/?ort=Freiberg");
        await employer.Browser.PressAsync("Mit Unternehmenskonto anmelden und beginnen");
        await employer.Browser.PressAsync("Weiter zur Anmeldung");
        await employer.Browser.PressAsync("Abbrechen");
        await employer.Browser.PressAsync("Weiter zur Anwendung");
        employer.Page.Text.Should().Contain("Sie haben die Anmeldung abgebrochen");

        await employer.Browser.FollowAsync("Zurück zum Antrag");
        await employer.LogInAsync(EmployerBrowser.Musterbau);

        employer.Page.Heading.Should().Be("Angaben zum Unternehmen und zur Feuerwehr");
    }

    [Fact]
    public async Task What_could_not_be_sealed_at_once_is_sealed_later_and_sent_once()
    {
        using var employer = new EmployerBrowser(bench);
        var number = await employer.WalkToSummaryAsync();
        await using var scope = bench.Fresh.Server.Services.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<ClaimDb>().Claims.Where(row => row.Number == number);
        await due.ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClaimStage.Due), TestContext.Current.CancellationToken);

        (await bench.MailAsync(number)).Keys.Should().BeEquivalentTo($"{number}.xml", $"{number}.csv");
    }

    [Fact]
    public async Task What_was_changed_in_another_window_is_shown_before_it_is_sent()
    {
        using var employer = new EmployerBrowser(bench);
        await employer.WalkToSummaryAsync();
        var summary = employer.Page;
        await employer.Browser.FollowAsync("Zeiten und Beträge ändern");
        await employer.Browser.PressAsync("Zeit hinzufügen", EmployerBrowser.Absence("06.03.2026", gross: "1.000,00", share: "0,00"));

        await employer.Browser.SendAsync(DogLicence.Walkthrough.Submission.Of(summary, "absenden", new Dictionary<string, string>(), upload: null), TestContext.Current.CancellationToken);

        employer.Page.Status.Should().Be(HttpStatusCode.Conflict);
        employer.Page.Text.Should().Contain("in einem anderen Fenster geändert").And.Contain("2.570,80 €");
    }

    [Fact]
    public async Task A_form_without_its_token_and_a_step_too_early_change_nothing()
    {
        using var employer = new EmployerBrowser(bench);
        await employer.BeginAsync();
        var path = employer.Case;

        (await employer.OpenAsync(path + "zusammenfassung")).Address.AbsolutePath.Should().EndWith("/angaben");
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(bench.Address, path + "angaben")) { Content = new FormUrlEncodedContent(EmployerBrowser.Details) };
        (await employer.Browser.SendAsync(form, TestContext.Current.CancellationToken)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await employer.OpenAsync(path + "zeiten")).Address.AbsolutePath.Should().EndWith("/angaben");
    }

    [Fact]
    public async Task A_confirmation_of_another_kind_or_too_large_is_refused_and_nothing_is_lost()
    {
        using var employer = new EmployerBrowser(bench);
        await employer.WalkToSummaryAsync();
        await employer.Browser.FollowAsync("Bestätigung beifügen");

        await employer.Browser.PressAsync("Datei beifügen", upload: new Upload("datei", "bescheid.pdf", [.. "MZ\u0090 kein PDF"u8]));
        employer.Page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        employer.Page.Text.Should().Contain("kein PDF und kein Bild");
        await employer.Browser.PressAsync("Datei beifügen", upload: new Upload("datei", "gross.pdf", [.. "%PDF-1.7"u8, .. new byte[2 * 1024 * 1024]]));
        employer.Page.Text.Should().Contain("Die Datei ist zu groß");

        await employer.Browser.PressAsync("Datei beifügen", upload: new Upload("datei", "b.pdf", [.. "%PDF-1.7"u8]));
        employer.Page.Text.Should().Contain("Bestätigung der Feuerwehr: beigefügt");
        await employer.Browser.FollowAsync("Bestätigung beifügen");
        await employer.Browser.PressAsync("Datei beifügen", upload: new Upload("datei", "b.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        employer.Page.Text.Should().Contain("Bestätigung der Feuerwehr: beigefügt").And.Contain("70,80 €");
        (await employer.OpenAsync(employer.Case + "zusammenfassung")).Text.Should().NotContain("nicht beigefügt").And.Contain("70,80 €");
    }

    [Fact]
    public async Task Nobody_is_found_in_the_log_or_on_the_disk()
    {
        using var employer = new EmployerBrowser(bench);
        var number = await employer.WalkToSummaryAsync();
        await employer.Browser.FollowAsync("Angaben ändern");
        await employer.Browser.PressAsync("Weiter", new Dictionary<string, string> { ["Iban"] = "DE00370400440532013000" });
        employer.Page.Text.Should().Contain("Diese IBAN ist nicht richtig");
        await employer.OpenAsync(employer.Case + "zusammenfassung");
        await employer.Browser.PressAsync("absenden");
        await bench.MailAsync(number);

        var needles = new Needles();
        foreach (var value in EmployerBrowser.Details.Values.Concat(["DE89370400440532013000", "DE00370400440532013000", "D’Arcy", "Musterbau", "HRB 99001", "Industriestraße", "Max Bauer", "post@musterbau.example"]))
            needles.Add(value);
        bench.Log.Lines.Should().Contain(line => line.Contains("/antrag/", StringComparison.Ordinal), "the log is at its finest level");
        needles.FindIn(bench.Log.Lines).Should().BeEmpty();
        needles.FindIn(RestingFiles.TextsIn(bench.Fresh.Folder, "sandbox", SandboxInside.MailDrop)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_person_gets_a_copy_and_what_is_old_is_deleted()
    {
        using var employer = new EmployerBrowser(bench);
        var number = await employer.WalkToSummaryAsync();
        await using var scope = bench.Fresh.Server.Services.CreateAsyncScope();
        var (db, rights) = (scope.ServiceProvider.GetRequiredService<ClaimDb>(), scope.ServiceProvider.GetRequiredService<ClaimRights>());

        (await rights.ShowAsync(number, TestContext.Current.CancellationToken))!.Value.Content.Employee.Should().Be(EmployerBrowser.Details["Employee"]);
        await db.Claims.Where(row => row.Number == number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClaimStage.Due).SetProperty(row => row.ChangedAt, 0), TestContext.Current.CancellationToken);
        (await rights.EraseAsync(number, TestContext.Current.CancellationToken)).Should().BeFalse("the office has not got it");
        await db.Claims.Where(row => row.Number == number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClaimStage.Draft).SetProperty(row => row.ChangedAt, 0), TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Upkeep>().PurgeAsync(TestContext.Current.CancellationToken);
        (await db.Claims.AnyAsync(row => row.Number == number, TestContext.Current.CancellationToken)).Should().BeFalse();
        (await rights.ShowAsync(number, TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact]
    public async Task In_Production_the_service_does_not_start_with_placeholders()
    {
        var start = () => RunningService.StartAsync(
            EmployerReimbursement.Hosting.ReimbursementService.Plan, new ServerOptions { Environment = Environments.Production, ContentRoot = ReimbursementBench.Sample }, TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*placeholder*Legal:Imprint*EmployerReimbursement:Statute*EmployerReimbursement:Deadline*");
    }

    private static void Refuses(Shown page, HttpStatusCode status)
    {
        page.Status.Should().Be(status);
        page.Text.Should().NotContainAny("Musterbau", "D’Arcy", "3000", "70,80");
    }
}
