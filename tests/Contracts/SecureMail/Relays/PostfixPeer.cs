using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Contracts.SecureMail.Relays;

/// <summary>Postfix as relay: STARTTLS, log-in, a limit of size, delivery reports, recipients that it refuses. What it takes it hands by LMTP to a sink of the test's.</summary>
public sealed class PostfixPeer : IAsyncLifetime
{
    public const string Known = "steueramt@amt.example";
    public const string AlsoKnown = "bauamt@amt.example";
    public const string Refused = "niemand@amt.example";
    public const string Busy = "spaeter@amt.example";
    public const string Bouncing = "voll@amt.example";
    public const string User = "antrag";
    public const string Password = "geheim-4711";
    public const int SizeLimit = 200_000;

    private DirectoryInfo? _folder;
    private string? _postfix;

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing { get; private set; }

    public int Port { get; private set; }

    public string RootPem { get; private set; } = "";

    internal LmtpSink Sink { get; } = new();

    internal SaslServer Accounts { get; } = new(User, Password);

    private string Configuration => Path.Combine(_folder!.FullName, "conf");

    public async ValueTask InitializeAsync()
    {
        _postfix = PeerProcess.Find("postfix", "/usr/sbin");
        if (_postfix is null || !OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Missing = _postfix is null ? "postfix is not installed." : "postfix starts for root only.";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("postfix-");
        Port = PeerProcess.FreePort();
        await WriteAsync();
        await PeerProcess.RunAsync(_folder, "sh", "-c", $"chmod 755 {_folder.FullName} && chown postfix {_folder.FullName}/data");
        await PeerProcess.RunAsync(_folder, "postmap", "-c", Configuration, Path.Combine(Configuration, "recipients"), Path.Combine(Configuration, "refusals"));
        await PeerProcess.RunAsync(_folder, "sh", "-c", $"{_postfix} -c {Configuration} start >{_folder.FullName}/said 2>&1");
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await PeerProcess.RunAsync(_folder, "sh", "-c", $"{_postfix} -c {Configuration} stop >{_folder.FullName}/said 2>&1");
            _folder.Delete(recursive: true);
        }

        await Sink.DisposeAsync();
        await Accounts.DisposeAsync();
    }

    /// <summary>What postfix logged, for a test that fails.</summary>
    public string Log() => File.ReadAllText(Path.Combine(_folder!.FullName, "mail.log"));

    private async Task AnswersAsync()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var probe = new System.Net.Sockets.TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (System.Net.Sockets.SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException($"postfix does not answer: {Log()}");
    }

    private async Task WriteAsync()
    {
        var path = (string name) => Path.Combine(_folder!.FullName, name);
        Array.ForEach(["conf", "queue", "data"], name => Directory.CreateDirectory(path(name)));
        Certificate(path("server.pem"), path("server.key"));
        await File.WriteAllTextAsync(path("conf/recipients"), $"{Known} x\n{AlsoKnown} x\n{Busy} x\n{Bouncing} x\n");
        await File.WriteAllTextAsync(path("conf/refusals"), $"{Busy} 451 4.2.1 Mailbox busy\n");
        await File.WriteAllTextAsync(path("conf/main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {path("queue")}
            data_directory = {path("data")}
            mail_owner = postfix
            setgid_group = postdrop
            myhostname = relay.amt.example
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mydestination =
            local_recipient_maps =
            virtual_mailbox_domains = amt.example
            virtual_mailbox_maps = hash:{path("conf/recipients")}
            virtual_transport = lmtp:inet:127.0.0.1:{Sink.Port}
            default_transport = lmtp:inet:127.0.0.1:{Sink.Port}
            relay_domains =
            mynetworks =
            smtpd_tls_cert_file = {path("server.pem")}
            smtpd_tls_key_file = {path("server.key")}
            smtpd_tls_security_level = encrypt
            smtpd_tls_auth_only = yes
            smtpd_sasl_auth_enable = yes
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = inet:127.0.0.1:{Accounts.Port}
            smtpd_relay_restrictions = permit_sasl_authenticated, reject
            smtpd_recipient_restrictions = check_recipient_access hash:{path("conf/refusals")}, reject_unlisted_recipient, permit_sasl_authenticated, reject
            message_size_limit = {SizeLimit}
            smtpd_helo_required = yes
            maillog_file = {path("mail.log")}
            maillog_file_prefixes = {Path.GetTempPath()}
            smtpd_peername_lookup = no
            disable_dns_lookups = yes
            """);
        await File.WriteAllTextAsync(path("conf/master.cf"), $"""
            127.0.0.1:{Port} inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            proxymap unix - - n - - proxymap
            lmtp unix - - n - - lmtp
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            anvil unix - - n - 1 anvil
            postlog unix-dgram n - n - 1 postlogd

            """);
    }

    private void Certificate(string certificateFile, string keyFile)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=relay.amt.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(10));
        RootPem = certificate.ExportCertificatePem();
        File.WriteAllText(certificateFile, RootPem);
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
