using System.Diagnostics;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>The client against an authority of openssl: its responder, its list and its time stamps.</summary>
public sealed class ForeignServicesAreReadTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private const string Signer = "amt@openssl.example";

    [Fact]
    public async Task TheResponderOfOpensslIsBelieved()
    {
        using var openssl = OpenSsl.OrSkip();
        await MakeRootAsync(openssl);
        byte[] mail;
        using (var responder = Respond(openssl))
        {
            try
            {
                var port = await PortOfAsync(responder.StandardOutput);
                await IssueAsync(openssl, $"authorityInfoAccess=OCSP;URI:http://127.0.0.1:{port}");
                mail = await SignAsync(openssl);

                await WakeAsync(openssl, port);
                (await VerdictAsync(openssl, mail)).Should().BeOfType<SignatureVerdict.Valid>().Which.Revocation.Should().Be(RevocationStatus.NotRevoked);
                await openssl.RunAsync("ca", "-config", "ca.cnf", "-revoke", "signer.pem");
                await WakeAsync(openssl, port);
                (await VerdictAsync(openssl, mail)).Should().BeOfType<SignatureVerdict.Revoked>();
            }
            finally
            {
                responder.Kill();
                await responder.WaitForExitAsync();
            }
        }

        (await VerdictAsync(openssl, mail)).Should().BeOfType<SignatureVerdict.RevocationUnknown>();
    }

    [Fact]
    public async Task TheListOfOpensslIsBelieved()
    {
        using var openssl = OpenSsl.OrSkip();
        await MakeAuthorityAsync(openssl, "keyUsage=critical,digitalSignature");
        var mail = await SignAsync(openssl);
        await openssl.RunAsync("ca", "-config", "ca.cnf", "-gencrl", "-out", "list.pem");

        (await VerdictAsync(openssl, mail, options => options.Revocation.ListPaths = [openssl.PathOf("list.pem")])).Should().BeOfType<SignatureVerdict.Valid>();
        await openssl.RunAsync("ca", "-config", "ca.cnf", "-revoke", "signer.pem");
        await openssl.RunAsync("ca", "-config", "ca.cnf", "-gencrl", "-out", "list.pem");
        (await VerdictAsync(openssl, mail, options => options.Revocation.ListPaths = [openssl.PathOf("list.pem")])).Should().BeOfType<SignatureVerdict.Revoked>();
    }

    [Fact]
    public async Task TheTimeStampsOfOpensslAndOfTheSandboxAreBelieved()
    {
        using var openssl = OpenSsl.OrSkip();
        await MakeAuthorityAsync(openssl, "keyUsage=critical,digitalSignature");
        await MakeTimeStamperAsync(openssl);
        var signed = await SignedDataAsync(openssl);

        await openssl.RunAsync("ts", "-query", "-data", Value(openssl, signed), "-sha256", "-cert", "-out", "query");
        await openssl.RunAsync("ts", "-reply", "-config", "ts.cnf", "-section", "tsa", "-queryfile", "query", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "theirs");
        using var answer = await sandbox.Http.PostAsync("mail/trust/time-stamps", new ByteArrayContent(openssl.Read("query")));
        openssl.File("ours", await answer.Content.ReadAsByteArrayAsync());

        foreach (var (reply, anchors) in new[] { ("theirs", await File.ReadAllTextAsync(openssl.PathOf("root.pem"))), ("ours", sandbox.Section["TimeStampAnchorsPem"]) })
        {
            await openssl.RunAsync("ts", "-reply", "-in", reply, "-token_out", "-out", "token");
            var stamped = Mail(openssl, Stamped(signed, openssl.Read("token")));
            var valid = (await VerdictAsync(openssl, stamped, options => (options.TimeStampAnchorsPem, options.Revocation.Signers) = (anchors, RevocationPolicy.Soft))).Should().BeOfType<SignatureVerdict.Valid>().Which;
            valid.TrustedTime.Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(2), reply);
        }
    }

    private static string Value(OpenSsl openssl, byte[] signed)
    {
        var message = new SignedCms();
        message.Decode(signed);
        return openssl.File("value", message.SignerInfos[0].GetSignature());
    }

    private static byte[] Stamped(byte[] signed, byte[] token)
    {
        var message = new SignedCms();
        message.Decode(signed);
        message.SignerInfos[0].AddUnsignedAttribute(new System.Security.Cryptography.AsnEncodedData("1.2.840.113549.1.9.16.2.14", token));
        return message.Encode();
    }

    private static async Task MakeAuthorityAsync(OpenSsl openssl, string extension)
    {
        await MakeRootAsync(openssl);
        await IssueAsync(openssl, extension);
    }

    private static async Task MakeRootAsync(OpenSsl openssl)
    {
        openssl.File("index.txt", "");
        openssl.File("ca.cnf", """
            [ca]
            default_ca = ca_default
            [ca_default]
            database = index.txt
            new_certs_dir = .
            rand_serial = yes
            default_md = sha256
            default_days = 10
            default_crl_days = 10
            policy = any
            certificate = root.pem
            private_key = root.key
            [any]
            commonName = supplied
            """);
        await openssl.RunAsync("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=openssl authority", "-days", "20", "-addext", "keyUsage=critical,keyCertSign,cRLSign");
    }

    private static async Task IssueAsync(OpenSsl openssl, string extension)
    {
        openssl.File("ext.cnf", $"basicConstraints=CA:FALSE\nsubjectAltName=email:{Signer}\nextendedKeyUsage=emailProtection\n{extension}\n");
        await openssl.RunAsync("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "signer.key", "-out", "signer.csr", "-subj", "/CN=signer");
        await openssl.RunAsync("ca", "-batch", "-config", "ca.cnf", "-extfile", "ext.cnf", "-in", "signer.csr", "-out", "signer.pem", "-notext");
    }

    private static async Task MakeTimeStamperAsync(OpenSsl openssl)
    {
        openssl.File("tsa.ext", "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n");
        openssl.File("tsa.serial", "01\n");
        openssl.File("ts.cnf", """
            [tsa]
            serial = tsa.serial
            default_policy = 1.3.6.1.4.1.32473.2
            digests = sha256
            signer_digest = sha256
            ess_cert_id_alg = sha256
            """);
        await openssl.RunAsync("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=tsa");
        await openssl.RunAsync("ca", "-batch", "-config", "ca.cnf", "-extfile", "tsa.ext", "-in", "tsa.csr", "-out", "tsa.pem", "-notext");
    }

    private static async Task<byte[]> SignAsync(OpenSsl openssl) => Mail(openssl, await SignedDataAsync(openssl));

    private static async Task<byte[]> SignedDataAsync(OpenSsl openssl)
    {
        openssl.File("content", "Content-Type: text/plain\r\n\r\nGuten Tag.");
        await openssl.RunAsync("cms", "-sign", "-binary", "-nodetach", "-in", "content", "-signer", "signer.pem", "-inkey", "signer.key", "-md", "sha256", "-outform", "DER", "-out", "signed");
        return openssl.Read("signed");
    }

    private static byte[] Mail(OpenSsl openssl, byte[] signed) => File.ReadAllBytes(openssl.File("mail.eml",
        $"From: {Signer}\r\nTo: a@b.example\r\nSubject: Test\r\nMIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(signed, Base64FormattingOptions.InsertLineBreaks)}\r\n"));

    private async Task<SignatureVerdict> VerdictAsync(OpenSsl openssl, byte[] mail, Action<SecureMailOptions>? change = null)
    {
        await using var services = sandbox.Services(options =>
        {
            options.TrustAnchorsPem = File.ReadAllText(openssl.PathOf("root.pem")) + sandbox.Section["TrustAnchorsPem"];
            options.Revocation.Signers = RevocationPolicy.Hard;
            change?.Invoke(options);
        });
        return (await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail))).Verdict;
    }

    // Port 0: the system gives one that is free, and the responder has it from then on. One that is chosen beforehand may be somebody else's when the certificate is made at last.
    private static Process Respond(OpenSsl openssl)
    {
        string[] arguments = ["ocsp", "-port", "0", "-index", "index.txt", "-CA", "root.pem", "-rsigner", "root.pem", "-rkey", "root.key", "-ndays", "1"];
        return Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = openssl.PathOf(""), RedirectStandardOutput = true })!;
    }

    // It looks whether its index has changed before it waits for the next caller, so that the one after that hears of it. A caller who asks nothing would keep it for ever, and one who asks
    // nonsense would end it.
    private static Task<string> WakeAsync(OpenSsl openssl, int port) =>
        openssl.RunAsync("ocsp", "-issuer", "root.pem", "-cert", "signer.pem", "-url", $"http://127.0.0.1:{port}", "-noverify");

    // It says where it listens, as soon as it does. No connection on trial: see above.
    private static async Task<int> PortOfAsync(StreamReader said)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await said.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The responder has ended.");
        return int.Parse(System.Text.RegularExpressions.Regex.Match(line, @"^ACCEPT \S+:(\d+) ").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
