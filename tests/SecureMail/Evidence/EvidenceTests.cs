using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.SecureMail.Outbox;
using BaseComponents.Tests.SecureMail.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Evidence;

/// <summary>Mails and reports get time stamps in the background; an answer that is not right in every point is none.</summary>
public sealed class EvidenceTests : IAsyncDisposable
{
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _service;
    private readonly ReportLab _lab;
    private Func<byte[], byte[]?> _answer;
    private Action<TimeStampServiceOptions> _change = static _ => { };

    public EvidenceTests()
    {
        StampingServer? server = null;
        _lab = new ReportLab
        {
            Change = options =>
            {
                (options.Outbox.TimeStamps.Address, options.Outbox.TimeStamps.AnchorsPem, options.Outbox.TimeStamps.Policy) = (server!.Address, _root!.ExportCertificatePem(), TimeStampAnswers.Policy);
                _change(options.Outbox.TimeStamps);
            },
        };
        var now = _lab.Mail.Clock.GetUtcNow();
        (_root, _answer) = (TimeStampAnswers.Root(now), Honest);
        _service = TimeStampAnswers.Certificate(_root, now);
        Server = server = new StampingServer(query => _answer(query));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private StampingServer Server { get; }

    private ISecureMailEvidence Evidence => _lab.Services.GetRequiredService<ISecureMailEvidence>();

    [Theory]
    [InlineData(EvidenceHash.Sha256)]
    [InlineData(EvidenceHash.Sha384)]
    [InlineData(EvidenceHash.Sha512)]
    public async Task A_stored_mail_is_stamped_over_the_bytes_of_the_wire(EvidenceHash hash)
    {
        _change = options => options.Hash = hash;
        var mail = await _lab.SendAsync();

        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((1, 1));
        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((0, 0));

        var stamp = (await Evidence.FindAsync(mail.Id, Cancelled)).Single();
        (stamp.Name, stamp.State, stamp.Time, stamp.Hash, stamp.Problem).Should().Be((MailEvidence.OfMail, EvidenceState.Stamped, _lab.Mail.Clock.GetUtcNow(), hash, null));
        if (hash is EvidenceHash.Sha256)
            stamp.HashValue.Should().Be(mail.ContentHash);
        var files = (await Evidence.ExportAsync(mail.Id, Cancelled)).ToDictionary(file => file.Name, file => file.Content.ToArray());
        files.Keys.Should().BeEquivalentTo("mail.tst", "mail.pem", "mail.hash", "mail.eml");
        Convert.ToHexStringLower(SHA256.HashData(files["mail.eml"])).Should().Be(mail.ContentHash);
        Encoding.ASCII.GetString(files["mail.hash"]).Should().Be($"SHA{hash.ToString()[3..]} {stamp.HashValue}\n");
        Encoding.ASCII.GetString(files["mail.pem"]).Should().Contain(_service.ExportCertificatePem()).And.Contain(_root.ExportCertificatePem());
    }

    [Fact]
    public async Task A_report_that_fits_is_stamped_as_it_came_and_a_forged_one_is_not()
    {
        var mail = await _lab.SendAsync();
        var report = ReportMail.Delivery(ReportMail.Fields("delivered", mail.EnvelopeId));
        await _lab.TakeAsync(report);
        await _lab.TakeAsync(report);
        await _lab.TakeAsync(ReportMail.Delivery(ReportMail.Fields("failed")));

        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((2, 2));

        var files = (await Evidence.ExportAsync(mail.Id, Cancelled)).ToDictionary(file => file.Name, file => file.Content.ToArray());
        var name = $"report-{Convert.ToHexStringLower(SHA256.HashData(report))[..16]}";
        files[name + ".eml"].Should().Equal(report);
        files.Should().ContainKey(name + ".tst");
        await _lab.Services.Operations().ErasePersonAsync(MailLab.Office, Cancelled);
        (await Evidence.FindAsync(mail.Id, Cancelled)).Should().AllSatisfy(one => one.State.Should().Be(EvidenceState.Stamped)).And.AllSatisfy(one => one.Data.Should().BeNull());
        (await Evidence.ExportAsync(mail.Id, Cancelled)).Should().NotContain(file => file.Name.EndsWith(".eml"), "the addresses are gone, the stamps stay");
    }

    public static TheoryData<string, EvidenceProblem> Lies => new()
    {
        { "down", EvidenceProblem.Unreachable },
        { "rejection", EvidenceProblem.Refused },
        { "noise", EvidenceProblem.NotGenuine },
        { "nonce", EvidenceProblem.NotGenuine },
        { "hash", EvidenceProblem.NotGenuine },
        { "policy", EvidenceProblem.NotGenuine },
        { "more", EvidenceProblem.NotGenuine },
        { "unnamed", EvidenceProblem.Untrusted },
        { "purpose", EvidenceProblem.NotGenuine },
        { "not-critical", EvidenceProblem.NotGenuine },
        { "stranger", EvidenceProblem.Untrusted },
        { "future", EvidenceProblem.Untrusted },
        { "large", EvidenceProblem.Unreachable },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Whatever_is_wrong_with_an_answer_it_is_asked_again_and_the_mail_has_gone(string lie, EvidenceProblem problem)
    {
        var now = _lab.Mail.Clock.GetUtcNow();
        using var other = lie switch
        {
            "purpose" => TimeStampAnswers.Certificate(_root, now, "1.3.6.1.5.5.7.3.4"),
            "not-critical" => TimeStampAnswers.Certificate(_root, now, isCritical: false),
            _ => TimeStampAnswers.Certificate(TimeStampAnswers.Root(now), now),
        };
        _answer = query => lie switch
        {
            "down" => null,
            "rejection" => Answer(query, new TimeStampLie { Status = 2 }),
            "noise" => [0x30, 0x03, 0x02, 0x01, 0x00],
            "nonce" => Answer(query, new TimeStampLie { Nonce = [1, 2, 3] }),
            "hash" => Answer(query, new TimeStampLie { Hash = new byte[32] }),
            "policy" => Answer(query, new TimeStampLie { Policy = "1.2.3" }),
            "more" => Answer(query, new TimeStampLie { More = [0] }),
            "unnamed" => Answer(query, new TimeStampLie { NamesItself = false }),
            "future" => TimeStampAnswers.Write(query, _service, now.AddHours(1)),
            "large" => new byte[200_000],
            _ => TimeStampAnswers.Write(query, other, now),
        };

        var mail = await _lab.SendAsync();
        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((1, 0));

        mail.Phase.Should().Be(OutboxPhase.Settled, "no mail waits for a stamp");
        var waiting = (await Evidence.FindAsync(mail.Id, Cancelled)).Single();
        waiting.State.Should().Be(EvidenceState.Waiting);
        waiting.Problem.Should().BeOneOf(problem, lie is "unnamed" or "purpose" or "not-critical" ? EvidenceProblem.NotGenuine : problem, lie is "purpose" or "not-critical" ? EvidenceProblem.Untrusted : problem);
        (await Evidence.ExportAsync(mail.Id, Cancelled)).Should().BeEmpty();
        (await Evidence.RunOnceAsync(Cancelled)).Asked.Should().Be(0, "it waits");
        _answer = Honest;
        _lab.Mail.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((1, 1));
    }

    [Fact]
    public async Task What_was_changed_in_the_table_is_not_stamped()
    {
        var mail = await _lab.SendAsync();
        await _lab.Services.Store().TryUpdateAsync((await _lab.Services.ReadAsync(mail)) with { ContentHash = new string('0', 64) }, Cancelled);

        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((1, 0));

        (await Evidence.FindAsync(mail.Id, Cancelled)).Single().Should().Match<MailEvidence>(one => one.State == EvidenceState.Lost && one.Problem == EvidenceProblem.ContentGone);
        Server.Asked.Should().Be(0);
    }

    [Fact]
    public async Task A_stamp_lives_as_long_as_its_retention()
    {
        _change = static options => options.Retention = TimeSpan.FromDays(100);
        var mail = await _lab.SendAsync();
        await Evidence.RunOnceAsync(Cancelled);

        _lab.Mail.Clock.Advance(TimeSpan.FromDays(99));
        await Evidence.RunOnceAsync(Cancelled);
        (await Evidence.FindAsync(mail.Id, Cancelled)).Should().ContainSingle();
        _lab.Mail.Clock.Advance(TimeSpan.FromDays(2));
        await Evidence.RunOnceAsync(Cancelled);

        (await Evidence.FindAsync(mail.Id, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_service_nothing_is_asked_and_nothing_kept()
    {
        _change = static options => options.Address = null;
        var mail = await _lab.SendAsync();
        await _lab.DeliveredAsync(mail);

        (await Evidence.RunOnceAsync(Cancelled)).Should().Be((0, 0));

        (await Evidence.FindAsync(mail.Id, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task Settings_that_cannot_be_checked_are_refused()
    {
        _change = static options => options.AnchorsPem = null;

        var storing = () => _lab.StoreAsync();

        (await storing.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>()).Which.Message.Should().Contain("Outbox:TimeStamps:AnchorsPem");
    }

    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        await Server.DisposeAsync();
        _root.Dispose();
        _service.Dispose();
    }

    private byte[] Honest(byte[] query) => Answer(query, null);

    private byte[] Answer(byte[] query, TimeStampLie? lie) => TimeStampAnswers.Write(query, _service, _lab.Mail.Clock.GetUtcNow(), lie);
}
