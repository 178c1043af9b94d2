using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>Mails of 4 KB, one after the other, beside the bare signature and key agreement that each of them needs.</summary>
internal static class SmallMailFigures
{
    private const int Mails = 100;
    private static readonly byte[] Hash = RandomNumberGenerator.GetBytes(32);

    public static async Task RunAsync(bool quick)
    {
        // The compiler is done with the code after some hundred mails; before that its work would be measured.
        var (warmups, rounds) = quick ? (6, 9) : (6, 21);
        var rsa = await TurnsAsync(MailParties.Rsa(), SignWithRsa, warmups, rounds);
        Measurement.Report("mail.small_rsa.per_s", Mails / rsa.Ours, "1/s");
        Measurement.Report("mail.small_rsa.bare_per_s", Mails / rsa.Bare, "1/s");
        Measurement.Report("mail.small_rsa.vs_limit", 1 / rsa.Ratio, "");
        var curve = await TurnsAsync(MailParties.P256(), SignAndAgreeOnCurve, warmups, rounds);
        Measurement.Report("mail.small_p256.per_s", Mails / curve.Ours, "1/s");
        Measurement.Report("mail.small_p256.bare_per_s", Mails / curve.Bare, "1/s");
    }

    private static async Task<Turns> TurnsAsync(MailParties parties, Func<X509Certificate2, X509Certificate2, Action> bare, int warmups, int rounds)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(parties.Settings()).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(configuration.GetSection("BaseComponents:SecureMail"));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISecureMailClient>();
        var message = new SecureMessage { To = [MailParties.Recipient], Subject = "Measurement", Text = new string('x', 4096) };
        using var sender = parties.SenderCertificate();
        using var recipient = parties.RecipientCertificate();
        var one = bare(sender, recipient);
        return await Turns.TakeAsync(warmups, rounds, () => SealAsync(client, message), () => RepeatAsync(one));
    }

    private static async Task SealAsync(ISecureMailClient client, SecureMessage message)
    {
        for (var mail = 0; mail < Mails; mail++)
            await client.SealAsync(message, Stream.Null);
    }

    private static Task RepeatAsync(Action one)
    {
        for (var mail = 0; mail < Mails; mail++)
            one();
        return Task.CompletedTask;
    }

    private static Action SignWithRsa(X509Certificate2 sender, X509Certificate2 recipient)
    {
        var key = sender.GetRSAPrivateKey()!;
        return () => key.SignHash(Hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static Action SignAndAgreeOnCurve(X509Certificate2 sender, X509Certificate2 recipient)
    {
        var (signing, agreeing) = (sender.GetECDsaPrivateKey()!, recipient.GetECDiffieHellmanPublicKey()!.PublicKey);
        return () =>
        {
            signing.SignHash(Hash);
            using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            ephemeral.DeriveKeyFromHash(agreeing, HashAlgorithmName.SHA256);
        };
    }
}
