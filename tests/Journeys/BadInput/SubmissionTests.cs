using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Quality;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Sandbox.Mail;
using DogLicence.Cases;
using DogLicence.Walkthrough;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>Paid, but the office cannot be reached: nothing is lost, nothing goes out in the clear.</summary>
public sealed class SubmissionTests
{
    [Theory]
    [InlineData(SandboxMailboxes.WithoutCertificate, "recipient.no-certificate")]
    [InlineData(SandboxMailboxes.ExpiredCertificate, "recipient.certificate-expired")]
    public async Task A_case_for_a_mailbox_that_cannot_be_written_to_safely_waits(string mailbox, string code)
    {
        await using var walker = await Walker.StartAsync(services => services.AddSingleton<IAuthorityDirectory>(provider =>
            new OtherMailbox(provider.GetRequiredKeyedService<IAuthorityDirectory>(""), mailbox)));
        await walker.WalkToPaymentAsync();
        await walker.PayAsync();

        await walker.WaitForLogAsync("could not be submitted (" + code);
        for (var i = 0; i < 50 && !walker.Page.Text.Contains("dauert etwas länger", StringComparison.Ordinal); i++)
            await walker.Browser.FollowAsync("Stand aktualisieren");

        walker.PageSays("Ihr Antrag ist bezahlt und sicher gespeichert");
        walker.LogLeaksNothing();
        var inbox = await walker.Browser.DownloadAsync(new Uri(walker.Fresh.Server.Sandbox!.Address, "/mail/list.json"));
        inbox.Should().Equal("[]"u8.ToArray(), "nothing goes out unencrypted");
    }

    [Fact]
    public async Task A_mail_server_that_is_away_gets_the_case_when_it_is_back_and_once()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.Browser.PressAsync("Zahlung vorbereiten");
        await walker.Browser.FollowAsync("Zur Bezahlseite");
        await walker.Browser.PressAsync("Bezahlen");
        await walker.Fresh.Server.StopSandboxAsync();
        await walker.Fresh.RestartAsync();

        await new Inbox(walker.Browser, walker.Fresh.Server.Sandbox!.Address) { Patience = TimeSpan.FromSeconds(90) }.WaitForAsync($"Anmeldung eines Hundes, Vorgang {walker.Number}", TestContext.Current.CancellationToken);
        walker.LogLeaksNothing();
    }

    [Fact]
    public async Task A_case_that_cannot_be_opened_any_more_does_not_hold_up_the_others()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.ChangeRowAsync(row => (row.Stage, row.Content) = (CaseStage.Due, [1, 2, 3]));
        await walker.WaitForLogAsync($"{walker.Number} could not be submitted for an unexpected reason");

        await walker.WalkToPaymentAsync();
        await walker.PayAsync();

        await new Inbox(walker.Browser, walker.Fresh.Server.Sandbox!.Address)
            .WaitForAsync($"Anmeldung eines Hundes, Vorgang {walker.Number}", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_proof_of_another_kind_or_size_is_refused_and_the_form_stays()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.LogInAsync();
        await walker.Browser.PressAsync("Weiter", SampleAnswers.All);

        await walker.Browser.PressAsync("Datei beifügen", upload: new Upload("datei", "x.pdf", "<script>alert(1)</script>"u8.ToArray()));
        walker.PageSays("kein PDF und kein Bild", System.Net.HttpStatusCode.UnprocessableEntity);
        await walker.Browser.PressAsync("Datei beifügen", upload: new Upload("datei", "x.pdf", new byte[60 * 1024 * 1024]));
        walker.PageSays("Die Datei ist zu groß");
        walker.Log.All.Should().MatchRegex("An upload of 6[0-9]{7} bytes was refused");
        await walker.Browser.FollowAsync("Ohne neue Datei weiter");
        walker.Page.Value("Rufname").Should().Be("Büffel");
    }

    private sealed class OtherMailbox(IAuthorityDirectory inner, string mailbox) : IAuthorityDirectory
    {
        public async Task<Competence> ResolveAsync(LeikaKey service, Place place, CancellationToken cancellationToken = default) =>
            await inner.ResolveAsync(service, place, cancellationToken) is Competence.Found found
                ? found with { Office = found.Office with { MailAddress = mailbox } }
                : throw new InvalidOperationException("The sample place has an office.");

        public Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, CancellationToken cancellationToken = default) => inner.FindPlacesAsync(text, cancellationToken);

        public Task<IReadOnlyList<PublicService>> FindServicesAsync(string text, CancellationToken cancellationToken = default) => inner.FindServicesAsync(text, cancellationToken);

        public Task<IReadOnlyList<PublicService>> ListServicesAsync(CancellationToken cancellationToken = default) => inner.ListServicesAsync(cancellationToken);

        public Task<AuthoritySnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default) => inner.OpenSnapshotAsync(cancellationToken);

        public Task<QualityReport> CheckQualityAsync(CancellationToken cancellationToken = default) => inner.CheckQualityAsync(cancellationToken);

        public Task<DirectoryStatus> GetStatusAsync(CancellationToken cancellationToken = default) => inner.GetStatusAsync(cancellationToken);
    }
}
