using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>
/// The mail server, a process of its own that nobody kills: takes its settings from the first line of its input and the weather from each other one. It writes down each transaction, and every byte of its sockets.
/// </summary>
internal sealed class PostOffice : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly PostBooks _books;
    private readonly Random _random;
    private volatile Weather _weather;

    private PostOffice(PostSettings settings) => (_books, _random, _weather) = (new PostBooks(settings.Folder), new Random(settings.Seed), settings.Weather);

    public static async Task<int> RunAsync()
    {
        using var office = new PostOffice(JsonSerializer.Deserialize<PostSettings>((await Console.In.ReadLineAsync())!)!);
        office._listener.Start();
        _ = office.ServeAsync();
        Console.WriteLine(JsonSerializer.Serialize(new PostAddress(((IPEndPoint)office._listener.LocalEndpoint).Port, office._certificate.ExportCertificatePem())));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            office._weather = JsonSerializer.Deserialize<Weather>(line)!;
            Console.WriteLine(line);
        }

        return 0;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
        _books.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            _ = Task.Run(() => TalkAsync(client));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        await using (var wire = _books.OpenWire())
        {
            try
            {
                await PostConversation.HoldAsync(client, _certificate, wire, _books, new PostLuck(_weather, _random));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // Whoever spoke is gone, which is what this run is about.
            }
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Post office", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
    }
}

/// <summary>What the mail server is told at its start.</summary>
internal sealed record PostSettings(string Folder, int Seed, Weather Weather);

/// <summary>Where it is.</summary>
internal sealed record PostAddress(int Port, string CertificatePem);
