using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Ldap;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Contracts.SecureMail.Directories;

/// <summary>The directory against slapd: what is found, what is not, and what happens where nothing can be said.</summary>
public sealed class LdapDirectoryTests(SlapdPeer peer) : IClassFixture<SlapdPeer>, IAsyncDisposable
{
    private readonly List<ServiceProvider> _opened = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_is_found_over_either_kind_of_TLS(bool beginsWithTls)
    {
        SkipWithoutPeer();

        var found = await Source(("Servers:0", beginsWithTls ? peer.Ldaps : peer.Ldap)).FindAsync("STEUERAMT@amt.example", Cancelled);

        found.Should().ContainSingle().Which.Certificate.GetNameInfo(X509NameType.EmailName, false).Should().Be(SlapdPeer.Office);
    }

    [Fact]
    public async Task All_certificates_of_all_entries_are_found_and_a_bundle_is_opened()
    {
        SkipWithoutPeer();

        (await Source().FindAsync(SlapdPeer.Several, Cancelled)).Should().HaveCount(3);
        (await Source().FindAsync(SlapdPeer.Bundled, Cancelled)).Should().ContainSingle();
        (await Source(("MaxCertificates", "2")).FindAsync(SlapdPeer.Several, Cancelled)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("unbekannt@amt.example")]
    [InlineData("*")]
    [InlineData("*@amt.example")]
    [InlineData("steuer*@amt.example")]
    [InlineData("steueramt@amt.example)(objectClass=*")]
    [InlineData("x)(|(mail=*))")]
    [InlineData("steueramt@amt.example\0")]
    [InlineData("\\2a")]
    public async Task Nothing_in_an_address_becomes_part_of_the_question(string address)
    {
        SkipWithoutPeer();

        (await Source().FindAsync(address, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_star_is_found_where_it_is_part_of_the_address()
    {
        SkipWithoutPeer();

        (await Source().FindAsync(SlapdPeer.Star, Cancelled)).Should().ContainSingle().Which.Certificate.GetNameInfo(X509NameType.EmailName, false).Should().Be(SlapdPeer.Star);
    }

    [Fact]
    public async Task More_entries_than_allowed_are_a_fault()
    {
        SkipWithoutPeer();

        (await FaultAsync(Source(("MaxEntries", "1")), SlapdPeer.Several)).IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task Who_logs_in_does_so_and_a_wrong_password_is_told_without_it()
    {
        SkipWithoutPeer();

        (await Source(("User", SlapdPeer.User), ("Password", SlapdPeer.Password)).FindAsync(SlapdPeer.Office, Cancelled)).Should().ContainSingle();
        var fault = await FaultAsync(Source(("User", SlapdPeer.User), ("Password", "falsch-0815")));
        (fault.IsTransient, fault.Message.Contains("result 49", StringComparison.Ordinal)).Should().Be((false, true));
        fault.ToString().Should().NotContain("0815").And.NotContain("steueramt");
    }

    [Fact]
    public async Task A_base_that_does_not_exist_is_a_fault_and_not_an_unknown_address()
    {
        SkipWithoutPeer();

        (await FaultAsync(Source(("BaseDn", "ou=niemand,dc=amt,dc=example")))).Message.Should().Contain("BaseDn");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_TLS_certificate_of_a_stranger_is_refused(bool beginsWithTls)
    {
        SkipWithoutPeer();

        var fault = await FaultAsync(Source(("Servers:0", beginsWithTls ? peer.Ldaps : peer.Ldap), ("TrustAnchorsPem", peer.Keys.StrangerPem)));

        (fault.IsTransient, fault.Message.Contains("not trusted", StringComparison.Ordinal)).Should().Be((false, true));
    }

    [Fact]
    public async Task A_TLS_certificate_of_another_host_and_one_without_a_pinned_root_are_refused()
    {
        SkipWithoutPeer();

        (await FaultAsync(Source(("Servers:0", peer.LdapsElsewhere)))).Message.Should().Contain("another host");
        (await FaultAsync(Source(("TrustAnchorsPem", null)))).Message.Should().Contain("not trusted");
    }

    [Fact]
    public async Task A_server_without_TLS_is_asked_nothing()
    {
        SkipWithoutPeer();
        await using var plain = new SlapdPeer();
        await plain.StartAsync(withTls: false);

        (await FaultAsync(Source(("Servers:0", plain.Ldap)))).Message.Should().Contain("no StartTLS");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_fault_that_passes_and_the_next_one_is_asked()
    {
        SkipWithoutPeer();
        var nobody = $"ldaps://127.0.0.1:{PeerProcess.FreePort()}";

        (await FaultAsync(Source(("Servers:0", nobody)))).IsTransient.Should().BeTrue();
        (await Source(("Servers:0", nobody), ("Servers:1", peer.Ldaps)).FindAsync(SlapdPeer.Office, Cancelled)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_in_time_and_asked_again_afterwards()
    {
        SkipWithoutPeer();
        await using var own = new SlapdPeer();
        await own.StartAsync();
        var source = Source(("Servers:0", own.Ldaps), ("TrustAnchorsPem", own.Keys.AnchorPem), ("Timeout", "00:00:01"));
        await own.Process.FreezeAsync();
        var since = Stopwatch.StartNew();

        var fault = await FaultAsync(source);
        (fault.IsTransient, since.Elapsed < TimeSpan.FromSeconds(5)).Should().Be((true, true));
        await own.Process.ThawAsync();

        (await Source(("Servers:0", own.Ldaps), ("TrustAnchorsPem", own.Keys.AnchorPem), ("Timeout", "00:00:30")).FindAsync(SlapdPeer.Office, Cancelled)).Should().ContainSingle();
    }

    [Fact]
    public async Task Answers_are_kept_for_their_time_and_faults_are_not()
    {
        SkipWithoutPeer();
        await using var own = new SlapdPeer();
        await own.StartAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var source = Source(clock, ("Servers:0", own.Ldaps), ("TrustAnchorsPem", own.Keys.AnchorPem));
        await source.FindAsync(SlapdPeer.Office, Cancelled);
        await source.FindAsync("unbekannt@amt.example", Cancelled);

        await own.DisposeAsync();

        clock.Advance(TimeSpan.FromSeconds(59));
        (await source.FindAsync("Steueramt@amt.example", Cancelled)).Should().ContainSingle();
        (await source.FindAsync("unbekannt@amt.example", Cancelled)).Should().BeEmpty();
        clock.Advance(TimeSpan.FromSeconds(2));
        (await source.FindAsync(SlapdPeer.Office, Cancelled)).Should().ContainSingle();
        await FaultAsync(source, "unbekannt@amt.example");
        clock.Advance(TimeSpan.FromHours(1));
        await FaultAsync(source);
        await FaultAsync(source);
    }

    [Fact]
    public async Task Entries_of_other_addresses_are_passed_over()
    {
        var (good, bad) = (peer.Keys.Mailbox(SlapdPeer.Office), peer.Keys.Mailbox(SlapdPeer.Office));
        using var lying = new LyingDirectory(
            peer.Keys.Server(), LyingDirectory.Entry(1, "fremd@boese.example", bad.RawData), LyingDirectory.Entry(1, "Steueramt@AMT.example", good.RawData), LyingDirectory.Done(1));

        (await Source(("Servers:0", lying.Address)).FindAsync(SlapdPeer.Office, Cancelled)).Should().ContainSingle().Which.Certificate.Thumbprint.Should().Be(good.Thumbprint);
    }

    public static TheoryData<byte[]> Nonsense => new(
        LyingDirectory.Done(7), [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x30, 0x80, 0x02, 0x01, 0x01], [0x30, 0x03, 0x02, 0x01, 0x01], [0x16, 0x03], "HTTP/1.1 400"u8.ToArray());

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task What_is_no_answer_is_a_fault(byte[] answer)
    {
        using var lying = new LyingDirectory(peer.Keys.Server(), answer);

        (await FaultAsync(Source(("Servers:0", lying.Address)))).Message.Should().Contain("not LDAP");
    }

    [Fact]
    public async Task An_answer_without_end_is_cut()
    {
        var entry = LyingDirectory.Entry(1, "fremd@boese.example", new byte[9000]);
        using var endless = new LyingDirectory(peer.Keys.Server(), [.. Enumerable.Repeat(entry, 12)]);
        using var many = new LyingDirectory(peer.Keys.Server(), [.. Enumerable.Repeat(LyingDirectory.Entry(1, "fremd@boese.example", [1]), 30)]);

        (await FaultAsync(Source(("Servers:0", endless.Address), ("MaxAnswerSize", "100000")))).Message.Should().Contain("MaxAnswerSize");
        (await FaultAsync(Source(("Servers:0", many.Address)))).Message.Should().Contain("MaxEntries");
    }

    [Fact]
    public async Task A_mail_is_sealed_with_what_the_directory_says_and_refused_where_it_says_too_little()
    {
        SkipWithoutPeer();
        var services = Services(TimeProvider.System, []);
        var sending = (string to) => () => services.GetRequiredService<ISecureMailClient>().SendAsync(new SecureMessage { To = [to], Subject = "Antrag", Text = "Text" }, Cancelled);

        foreach (var (address, code) in new[]
        {
            (SlapdPeer.Office, SecureMailErrors.ServerUnreachable), (SlapdPeer.Several, SecureMailErrors.ServerUnreachable), (SlapdPeer.Bundled, SecureMailErrors.ServerUnreachable),
            (SlapdPeer.Foreign, SecureMailErrors.CertificateUnsuitable), ("unbekannt@amt.example", SecureMailErrors.NoCertificate),
        })
            (await sending(address).Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(code, address);
    }

    [Fact]
    public async Task A_mail_is_refused_for_now_where_the_directory_is_down()
    {
        SkipWithoutPeer();
        var services = Services(TimeProvider.System, [("Servers:0", $"ldaps://127.0.0.1:{PeerProcess.FreePort()}")]);

        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(new SecureMessage { To = [SlapdPeer.Office], Subject = "Antrag", Text = "Text" }, Cancelled);

        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        (fault.Code, fault.IsTransient, fault.Outcome).Should().Be((SecureMailErrors.DirectoryUnavailable, true, MailOutcome.NotSent));
    }

    [Theory]
    [InlineData("Servers:0", "http://directory.example", "Servers:0")]
    [InlineData("Servers:0", "ldaps://directory.example/dc=x", "Servers:0")]
    [InlineData("User", "cn=x", "Password")]
    [InlineData("TrustAnchorsPem", "none", "TrustAnchorsPem")]
    [InlineData("Timeout", "01:00:00", "Timeout")]
    public void Settings_that_cannot_be_right_stop_the_start(string key, string value, string named)
    {
        var start = () => Services(TimeProvider.System, [(key, value), ("Servers:1", "ldap://directory.example")]).GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().Which.Message.Should().Contain(named);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _opened)
            await services.DisposeAsync();
    }

    private void SkipWithoutPeer() => Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? "");

    private static async Task<SecureMailException> FaultAsync(IRecipientCertificateSource source, string address = SlapdPeer.Office)
    {
        var finding = () => source.FindAsync(address, Cancelled);
        var fault = (await finding.Should().ThrowAsync<SecureMailException>()).Which;
        fault.Code.Should().Be(SecureMailErrors.DirectoryUnavailable);
        return fault;
    }

    private IRecipientCertificateSource Source(params (string Key, string? Value)[] settings) => Source(TimeProvider.System, settings);

    private IRecipientCertificateSource Source(TimeProvider clock, params (string Key, string? Value)[] settings) =>
        Services(clock, settings).GetRequiredKeyedService<IRecipientCertificateSource>("");

    private ServiceProvider Services(TimeProvider clock, (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Mail:Ldap:Servers:0"] = peer.Missing is null ? peer.Ldaps : "ldaps://directory.example",
            ["Mail:Ldap:BaseDn"] = SlapdPeer.BaseDn,
            ["Mail:Ldap:TrustAnchorsPem"] = peer.Keys.AnchorPem,
        };
        foreach (var (key, value) in settings)
            values["Mail:Ldap:" + key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        services.AddSecureMail(configuration.GetSection("Mail")).Configure(Fill).AddLdapDirectory(configuration.GetSection("Mail:Ldap"));
        _opened.Add(services.BuildServiceProvider());
        return _opened[^1];
    }

    private void Fill(SecureMailOptions options)
    {
        using var sender = peer.Keys.Mailbox("antrag@stadt.example");
        using var key = sender.GetRSAPrivateKey()!;
        options.Environment = SecureMailEnvironment.Test;
        (options.Smtp.Host, options.Smtp.Port) = ("127.0.0.1", 1);
        options.Sender.Address = "antrag@stadt.example";
        options.Sender.Certificate = new CertificateOptions { Pem = sender.ExportCertificatePem(), KeyPem = key.ExportPkcs8PrivateKeyPem() };
        options.TrustAnchorsPem = peer.Keys.AnchorPem;
    }
}
