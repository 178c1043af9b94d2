using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>The mail server "dovecot" with one mailbox kept as Maildir: a server that nobody here wrote.</summary>
internal sealed class DovecotPeer : IDisposable
{
    public const string User = "antrag";
    public const string Password = "geheim-4711";
    private readonly X509Certificate2 _authority = Authority();
    private readonly DirectoryInfo _folder;
    private PeerProcess? _process;
    private Func<Task<PeerProcess>>? _start;
    private int _count;

    private DovecotPeer(DirectoryInfo folder) => _folder = folder;

    public string AnchorPem => _authority.ExportCertificatePem();

    public int Port => _process!.Port;

    public int TlsPort { get; private set; }

    private string Mailbox => Path.Combine(_folder.FullName, "mail", User);

    /// <summary>Starts the server, or skips the test where it is not installed.</summary>
    public static async Task<DovecotPeer> OrSkipAsync(bool withTls = true, bool isExpired = false)
    {
        if (PeerProcess.Find("dovecot", "/usr/sbin") is not { } program)
        {
            Assert.Skip("dovecot is not installed.");
            throw new InvalidOperationException();
        }

        if (!Environment.IsPrivilegedProcess)
            Assert.Skip("dovecot begins as root only.");
        var peer = new DovecotPeer(Directory.CreateTempSubdirectory("dovecot-"));
        await peer.StartAsync(program, withTls, isExpired);
        return peer;
    }

    /// <summary>Puts a mail into the mailbox, as a delivery program does.</summary>
    public void Deliver(byte[] mail, DateTime? at = null)
    {
        var name = $"{1790000000 + _count}.M{_count++:d6}P1.peer";
        var (temporary, delivered) = (Path.Combine(Mailbox, "tmp", name), Path.Combine(Mailbox, "new", name));
        File.WriteAllBytes(temporary, mail);
        if (at is { } time)
            File.SetLastWriteTimeUtc(temporary, time);
        File.Move(temporary, delivered);
    }

    /// <summary>How many mails are in a folder; empty for the inbox.</summary>
    public int Count(string folder) => new[] { "new", "cur" }.Select(part => Path.Combine(Mailbox, folder.Length > 0 ? $".{folder}" : "", part))
        .Where(Directory.Exists).Sum(path => Directory.GetFiles(path).Length);

    /// <summary>Begins anew without what the server wrote down about the inbox, as after a restored backup: its mails are counted from the start, under another UIDVALIDITY.</summary>
    public async Task ForgetNumbersAsync()
    {
        _process!.Kill();
        foreach (var index in Directory.GetFiles(Mailbox, "dovecot.index*"))
            File.Delete(index);
        var list = Path.Combine(Mailbox, "dovecot-uidlist");
        var counting = uint.Parse((await File.ReadAllTextAsync(list)).Split(' ')[1][1..], CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(list, $"3 V{counting + 1} N1 G{Guid.NewGuid():N}\n");
        _process = await _start!();
    }

    public void Dispose()
    {
        _process?.Dispose();
        _authority.Dispose();
    }

    private static X509Certificate2 Authority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test Authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    private async Task StartAsync(string program, bool withTls, bool isExpired)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "mail"));
        WriteCertificate(isExpired);
        foreach (var part in new[] { "", ".Done", ".Aside" }.SelectMany(folder => new[] { "new", "cur", "tmp" }.Select(part => Path.Combine(Mailbox, folder, part))))
            Directory.CreateDirectory(part);
        var (port, configuration) = (PeerProcess.FreePort(), Path.Combine(_folder.FullName, "dovecot.conf"));
        TlsPort = PeerProcess.FreePort();
        await File.WriteAllTextAsync(configuration, Configuration(port, withTls));
        await PeerProcess.RunAsync(_folder, "chmod", "-R", "a+rwX", _folder.FullName);
        await PeerProcess.RunAsync(_folder, "chown", "-R", "nobody:nogroup", Path.Combine(_folder.FullName, "mail"));
        await PeerProcess.RunAsync(_folder, "chmod", "755", _folder.FullName);
        _start = async () =>
        {
            var process = await PeerProcess.StartAsync(_folder, port, program, "-F", "-c", configuration);
            await GreetedAsync(port);
            return process;
        };
        _process = await _start();
    }

    // The port is open before those are there who log people in; the greeting comes from them.
    private async Task GreetedAsync(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            using var reader = new StreamReader(client.GetStream());
            (await reader.ReadLineAsync(limit.Token)).Should().StartWith("* OK");
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            throw new InvalidOperationException($"dovecot does not greet: {await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "dovecot.log"), CancellationToken.None)}", exception);
        }
    }

    private void WriteCertificate(bool isExpired)
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=Mailbox", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var issued = request.Create(_authority, DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(isExpired ? -1 : 30), RandomNumberGenerator.GetBytes(12));
        File.WriteAllText(Path.Combine(_folder.FullName, "server.pem"), issued.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.FullName, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private string Configuration(int port, bool withTls) => $$"""
        base_dir = {{_folder.FullName}}/run
        state_dir = {{_folder.FullName}}/state
        instance_name = peer{{port}}
        protocols = imap
        listen = 127.0.0.1
        log_path = {{_folder.FullName}}/dovecot.log
        ssl = {{(withTls ? "yes" : "no")}}
        disable_plaintext_auth = {{(withTls ? "yes" : "no")}}
        ssl_cert = <{{_folder.FullName}}/server.pem
        ssl_key = <{{_folder.FullName}}/server.key
        mail_location = maildir:{{_folder.FullName}}/mail/%n
        mail_fsync = never
        maildir_very_dirty_syncs = yes
        mail_uid = nobody
        mail_gid = nogroup
        first_valid_uid = 1
        auth_mechanisms = plain login
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home={{_folder.FullName}}/mail/%n
        }
        service imap-login {
          inet_listener imap {
            port = {{port}}
          }
          inet_listener imaps {
            port = {{(withTls ? TlsPort : 0)}}
            ssl = yes
          }
        }
        """;
}
