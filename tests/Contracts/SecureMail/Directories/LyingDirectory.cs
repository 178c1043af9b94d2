using System.Formats.Asn1;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Contracts.SecureMail.Directories;

/// <summary>A directory with a good TLS certificate that answers as no honest one would: with the octets it is given, whatever it is asked.</summary>
internal sealed class LyingDirectory : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly byte[] _answer;

    public LyingDirectory(X509Certificate2 certificate, params byte[][] answer)
    {
        // The TLS of the platform wants a key that is not tied to a parameter of this run.
        _certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        _answer = [.. answer.SelectMany(part => part)];
        _listener.Start();
        Served = ServeAsync();
    }

    public string Address => $"ldaps://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    private Task Served { get; }

    public static byte[] Entry(int id, string mail, byte[] certificate) => Message(id, 4, writer =>
    {
        writer.WriteOctetString("cn=x"u8);
        using (writer.PushSequence())
        {
            Attribute(writer, "mail", System.Text.Encoding.ASCII.GetBytes(mail));
            Attribute(writer, "userCertificate;binary", certificate);
        }
    });

    public static byte[] Done(int id) => Message(id, 5, writer =>
    {
        writer.WriteEnumeratedValue(Result.Success);
        writer.WriteOctetString([]);
        writer.WriteOctetString([]);
    });

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private static byte[] Message(int id, int operation, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, operation)))
                write(writer);
        }

        return writer.Encode();
    }

    private static void Attribute(AsnWriter writer, string name, byte[] value)
    {
        using (writer.PushSequence())
        {
            writer.WriteOctetString(System.Text.Encoding.ASCII.GetBytes(name));
            using (writer.PushSetOf())
                writer.WriteOctetString(value);
        }
    }

    private async Task ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(_certificate);
        await secure.ReadAtLeastAsync(new byte[4096], 1);
        await secure.WriteAsync(_answer);
        // Whoever reads on waits for more, until it hangs up.
        await secure.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
    }

    private enum Result
    {
        Success,
    }
}
