using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Contracts.SecureMail.Directories;

/// <summary>The server "slapd" with entries of its own: a directory that nobody here wrote.</summary>
public sealed class SlapdPeer : IAsyncLifetime
{
    public const string BaseDn = "dc=amt,dc=example";
    public const string Office = "steueramt@amt.example";
    public const string Several = "ordnungsamt@amt.example";
    public const string Bundled = "standesamt@amt.example";
    public const string Foreign = "bauamt@amt.example";
    public const string Star = "s*@amt.example";
    public const string User = "cn=reader,dc=amt,dc=example";
    public const string Password = "geheim-4711";
    private const string Schemas = "/etc/ldap/schema";
    private PeerProcess? _process;
    private int _tlsPort;

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing { get; private set; }

    internal PeerProcess Process => _process!;

    internal DirectoryKeys Keys { get; } = new();

    public string Ldaps => $"ldaps://127.0.0.1:{_tlsPort}";

    /// <summary>The same server under an address that does not stand in its certificate.</summary>
    public string LdapsElsewhere => $"ldaps://127.0.0.2:{_tlsPort}";

    public string Ldap => $"ldap://127.0.0.1:{_process!.Port}";

    public ValueTask InitializeAsync() => new(StartAsync());

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        _process = null;
        Keys.Dispose();
        return ValueTask.CompletedTask;
    }

    public async Task StartAsync(bool withTls = true)
    {
        if (PeerProcess.Find("slapd", "/usr/sbin") is not { } program || !File.Exists(Path.Combine(Schemas, "inetorgperson.schema")))
        {
            Missing = "slapd is not installed.";
            return;
        }

        var folder = Directory.CreateTempSubdirectory("slapd-");
        var configuration = await WriteAsync(folder, withTls);
        await PeerProcess.RunAsync(folder, program, "-Ta", "-f", configuration, "-l", Path.Combine(folder.FullName, "entries.ldif"));
        (var port, _tlsPort) = (PeerProcess.FreePort(), PeerProcess.FreePort());
        var addresses = withTls ? $"ldap://127.0.0.1:{port} ldaps://127.0.0.1:{_tlsPort} ldaps://127.0.0.2:{_tlsPort}" : $"ldap://127.0.0.1:{port}";
        _process = await PeerProcess.StartAsync(folder, port, program, "-d", "0", "-f", configuration, "-h", addresses);
    }

    private async Task<string> WriteAsync(DirectoryInfo folder, bool withTls)
    {
        using var server = Keys.Server();
        using var key = server.GetRSAPrivateKey()!;
        var path = (string name) => Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(path("db"));
        await File.WriteAllTextAsync(path("server.pem"), server.ExportCertificatePem());
        await File.WriteAllTextAsync(path("server.key"), key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(path("entries.ldif"), Entries());
        var tls = withTls ? $"TLSCertificateFile {path("server.pem")}\nTLSCertificateKeyFile {path("server.key")}\n" : "";
        await File.WriteAllTextAsync(path("slapd.conf"),
            $"include {Schemas}/core.schema\ninclude {Schemas}/cosine.schema\ninclude {Schemas}/inetorgperson.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\n{tls}"
            + $"database mdb\nsuffix \"{BaseDn}\"\nrootdn \"{User}\"\nrootpw {Password}\ndirectory {path("db")}\n");
        return path("slapd.conf");
    }

    private string Entries()
    {
        var entries = new StringBuilder($"dn: {BaseDn}\nobjectClass: dcObject\nobjectClass: organization\ndc: amt\no: Amt\n\n");
        Person(entries, "one", Office, ("userCertificate;binary", Keys.Mailbox(Office).RawData));
        Person(entries, "several", Several, ("userCertificate;binary", Keys.Mailbox(Several, daysOld: 300).RawData), ("userCertificate;binary", Keys.Mailbox(Several, daysOld: 10).RawData));
        Person(entries, "again", Several, ("userCertificate;binary", Keys.Mailbox(Several, daysOld: 100).RawData));
        Person(entries, "bundle", Bundled, ("userSMIMECertificate", Bundle(Keys.Mailbox(Bundled))));
        Person(entries, "foreign", Foreign, ("userCertificate;binary", Keys.Mailbox("fremd@boese.example").RawData));
        Person(entries, "star", Star, ("userCertificate;binary", Keys.Mailbox(Star).RawData));
        entries.Append($"dn: ou=elsewhere,{BaseDn}\nobjectClass: referral\nobjectClass: extensibleObject\nou: elsewhere\nref: ldap://127.0.0.1:1/{BaseDn}\n\n");
        return entries.ToString();
    }

    private static void Person(StringBuilder entries, string name, string mail, params (string Attribute, byte[] Value)[] values)
    {
        entries.Append("dn: cn=" + name + "," + BaseDn + "\nobjectClass: inetOrgPerson\ncn: " + name + "\nsn: " + name + "\nmail: " + mail + "\n");
        foreach (var (attribute, value) in values)
            entries.Append(attribute + ":: " + Convert.ToBase64String(value) + "\n");
        entries.Append('\n');
    }

    private static byte[] Bundle(X509Certificate2 certificate)
    {
        var bundle = new SignedCms(new ContentInfo([1]), detached: true);
        bundle.ComputeSignature(new CmsSigner(certificate) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") });
        return bundle.Encode();
    }
}
