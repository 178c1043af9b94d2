using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Sandbox;
using BaseComponents.Sandbox.Mail;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>Mails for offices as files: in the right folder, whole, once, and never by a path from the wire.</summary>
public sealed class MailDropTests : IAsyncLifetime
{
    private const string Office = "steueramt@freiberg.amt.example";
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _root = Directory.CreateTempSubdirectory("mail-drop-").FullName;
    private SandboxServer _server = null!;
    private HttpClient _http = null!;

    private string Drop => Path.Combine(_root, "drop");

    private IConfigurationSection Section => _server.Configuration.GetSection("BaseComponents:SecureMail");

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { MailDropPath = Drop });
        _http = new HttpClient { BaseAddress = _server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_mail_lies_in_the_folder_of_each_recipient_as_it_crossed_the_wire()
    {
        await SendAsync("Subject: x\r\n\r\ny\r\n.", Office, Office.ToUpperInvariant(), SandboxMailboxes.Sender);
        await SendAsync("Subject: second\r\n\r\ny\r\n.", Office);

        var files = Delivered(Office);
        files.Should().HaveCount(2, "an address that is named twice gets one file");
        Delivered(SandboxMailboxes.Sender).Should().HaveCount(1);
        Directory.EnumerateFiles(Drop, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "settings.json").Should().HaveCount(3, "nobody else got anything, and tmp is empty");
        File.ReadAllBytes(files[0]).Should().Equal(await _http.GetByteArrayAsync($"mail/{Path.GetFileName(files[0])}.eml"));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(files[0]).Should().Be(OwnFile);
    }

    [Fact]
    public async Task An_address_from_the_wire_never_makes_a_path()
    {
        var folders = Directory.GetDirectories(Drop).Length;

        await SendAsync("Subject: x\r\n\r\ny\r\n.", "../steueramt@freiberg.amt.example", "..@b.example", "nobody@b.example");

        Directory.GetDirectories(Drop).Should().HaveCount(folders);
        Directory.GetFileSystemEntries(_root).Should().Equal(Drop);
        Delivered(Office).Should().BeEmpty();
    }

    [Theory]
    [InlineData("mail.reject-after-dot")]
    [InlineData("mail.busy-after-dot")]
    public async Task What_is_not_taken_is_not_delivered(string fault)
    {
        (await _http.PostAsJsonAsync("_sandbox/faults", new { name = fault, times = 1 }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        (await TrySendAsync("Subject: x\r\n\r\ny\r\n.", Office)).Should().NotStartWith("250");

        Delivered(Office).Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_gateway_encrypts_is_delivered_encrypted()
    {
        await SendAsync("X-Sandbox-Encrypt: yes\r\nSubject: x\r\nFrom: a@b.example\r\n\r\ngeheim\r\n.", Office);

        File.ReadAllText(Delivered(Office).Single()).Should().NotContain("geheim").And.Contain("application/pkcs7-mime");
    }

    [Fact]
    public async Task A_drop_that_cannot_be_written_refuses_the_mail()
    {
        Directory.Delete(Path.Combine(Drop, Office, "tmp"));
        await using var talk = await TalkAsync(Office);

        string answer;
        try
        {
            answer = await talk.SayAsync("Subject: x\r\n\r\ny\r\n.");
        }
        catch (IOException)
        {
            // The connection ended instead: that is no yes either.
            answer = "";
        }

        answer.Should().NotStartWith("250");
        (await _http.GetFromJsonAsync<List<object>>("mail/list.json", TestContext.Current.CancellationToken)).Should().BeEmpty("what was not delivered is not kept either");
    }

    [Fact]
    public async Task The_page_says_where_they_are_and_how_many_wait()
    {
        await SendAsync("Subject: x\r\n\r\ny\r\n.", Office);

        var page = await _http.GetStringAsync("mail", TestContext.Current.CancellationToken);

        page.Should().Contain("Ablage für Fachverfahren").And.Contain(Drop).And.Contain("1 Nachrichten noch nicht abgeholt");
    }

    [Fact]
    public void The_settings_of_an_office_hold_its_key_and_nobody_elses()
    {
        var file = Path.Combine(Drop, Office, "settings.json");
        var mail = new ConfigurationBuilder().AddJsonFile(file).Build().GetSection("BaseComponents:SecureMail");

        mail["Sender:Address"].Should().Be(Office);
        X509Certificate2.CreateFromPem(mail["Sender:Certificate:Pem"]!, mail["Sender:Certificate:KeyPem"]!).HasPrivateKey.Should().BeTrue();
        mail["Mailbox:FileDrop:Path"].Should().Be(Path.GetDirectoryName(file));
        mail["Recipients:0:Address"].Should().Be(SandboxMailboxes.Sender);
        mail.AsEnumerable().Select(setting => setting.Value).Should().NotContain(Section["Sender:Certificate:KeyPem"]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).Should().Be(OwnFile);
    }

    [Fact]
    public async Task A_second_start_keeps_what_waits_and_renews_the_settings()
    {
        await SendAsync("Subject: x\r\n\r\ny\r\n.", Office);
        var port = Section["Smtp:Port"];
        await _server.DisposeAsync();
        _server = await SandboxServer.StartAsync(new SandboxOptions { MailDropPath = Drop });

        Delivered(Office).Should().HaveCount(1);
        Section["Smtp:Port"].Should().NotBe(port);
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Drop, Office, "settings.json")).Build()["BaseComponents:SecureMail:Smtp:Port"].Should().Be(Section["Smtp:Port"]);
    }

    private string[] Delivered(string mailbox) => [.. Directory.GetFiles(Path.Combine(Drop, mailbox, "new")).Order(StringComparer.Ordinal)];

    private async Task SendAsync(string mail, params string[] recipients) => (await TrySendAsync(mail, recipients)).Should().StartWith("250");

    private async Task<string> TrySendAsync(string mail, params string[] recipients)
    {
        await using var talk = await TalkAsync(recipients);
        return await talk.SayAsync(mail);
    }

    private async Task<SmtpTalk> TalkAsync(params string[] recipients)
    {
        var talk = await SmtpTalk.ConnectAsync(Section.GetValue<int>("Smtp:Port"));
        await talk.SayAsync("EHLO test.example");
        await talk.StartTlsAsync(X509Certificate2.CreateFromPem(Section["Smtp:TrustAnchorsPem"]!));
        await talk.SayAsync("EHLO test.example");
        await talk.SayAsync("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{Section["Smtp:User"]}\0{Section["Smtp:Password"]}")));
        await talk.SayAsync("MAIL FROM:<a@b.example>");
        foreach (var recipient in recipients)
            (await talk.SayAsync($"RCPT TO:<{recipient}>")).Should().StartWith("250");
        (await talk.SayAsync("DATA")).Should().StartWith("354");
        return talk;
    }
}
