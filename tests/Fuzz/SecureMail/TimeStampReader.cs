using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal.Evidence;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Internal.TimeStamps;
using BaseComponents.Tests.SecureMail.Evidence;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Answers of a time stamp service: whatever is changed in one, no other time and no other hash is ever believed.</summary>
internal sealed class TimeStampReader() : Reader("time-stamp")
{
    private static readonly byte[] _hash = SHA256.HashData("a mail"u8);
    private static readonly Rfc3161TimestampRequest _request = Rfc3161TimestampRequest.CreateFromHash(
        _hash, HashAlgorithmName.SHA256, new Oid(TimeStampAnswers.Policy), new byte[] { 0x41, 2, 3, 4, 5, 6, 7, 8 }, requestSignerCertificates: true);

    private static readonly Lazy<TimeStampPolicy> _policy = new(static () =>
    {
        var clock = new FakeTimeProvider(MailParties.Now);
        return new TimeStampPolicy([MailParties.Authority], RevocationSetup.Rules(new RevocationOptions { Signers = RevocationPolicy.Off }, clock), clock);
    });

    public override void Read(byte[] input)
    {
        var (token, problem) = TimeStampReply.Read(_request, input);
        if (token is null != problem is not null)
            throw new WrongReadingException("An answer is neither a token nor a problem.");
        // Nobody is asked for anything, so the work ends where it begins.
        if (token is not null && _policy.Value.TrustAsync(token, static name => name == HashAlgorithmName.SHA256 ? _hash : null, MailParties.Now, CancellationToken.None).GetAwaiter().GetResult() is { } trusted
            && trusted.Time != MailParties.Now)
            throw new WrongReadingException("A time was believed that nobody signed.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        using var service = TimeStampAnswers.Certificate(MailParties.Authority, MailParties.Now);
        using var other = TimeStampAnswers.Certificate(TimeStampAnswers.Root(MailParties.Now), MailParties.Now);
        yield return ("genuine.der", Answer(service));
        yield return ("rejection.der", Answer(service, new TimeStampLie { Status = 2 }));
        yield return ("nonce.der", Answer(service, new TimeStampLie { Nonce = [9] }));
        yield return ("hash.der", Answer(service, new TimeStampLie { Hash = new byte[32] }));
        yield return ("policy.der", Answer(service, new TimeStampLie { Policy = "1.2.3" }));
        yield return ("unnamed.der", Answer(service, new TimeStampLie { NamesItself = false }));
        yield return ("of-a-stranger.der", Answer(other));
    }

    private static byte[] Answer(X509Certificate2 by, TimeStampLie? lie = null) => TimeStampAnswers.Write(_request.Encode(), by, MailParties.Now, lie);
}
