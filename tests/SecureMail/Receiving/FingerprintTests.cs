using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal.Mailboxes;
using BaseComponents.SecureMail.Wire.FileDrop;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>One mail has one fingerprint, on whichever way it came; one claim has one name.</summary>
public sealed class FingerprintTests
{
    [Fact]
    public Task TheWayDoesNotCount() => Gen.Select(Gen.String[Gen.Char["ab\r\n :-"], 0, 60], Gen.Int[1, 9], Gen.Bool)
        .SampleAsync(async (body, step, withoutCr) =>
    {
        var mail = $"Subject: x\r\n\r\n{body}";
        var later = $"Received: from here\r\n\tby there\r\nSubject: x\r\n\r\n{(withoutCr ? body.Replace("\r", "") : body)}";
        return await OfAsync(mail, 4096) == await OfAsync(later, step);
    }, iter: 300);

    [Fact]
    public async Task ContentAndMessageIdCount()
    {
        var one = await OfAsync("A: b\r\n\r\nbody\r\n", 100);

        (await OfAsync("A: b\r\n\r\nbodx\r\n", 100)).Should().NotBe(one);
        (await OfAsync("A: b\r\n\r\nbody\r\n", 100, "2@x.example")).Should().NotBe(one);
        (await OfAsync("A: b\r\n\r\nbo\r\n\r\ndy\r\n", 100)).Should().NotBe(one);
        (await OfAsync("A: b\r\n\r\nbody\r\n", 1)).Should().Be(one);
    }

    [Fact]
    public void AClaimIsReadAsItWasWritten() => Gen.Select(Gen.Long[0, 4_000_000_000_000], Gen.Int[0, 999_999], Gen.Long[0, 4_000_000_000_000], Gen.Int[-1, 5]).Sample((received, attempt, until, reason) =>
    {
        var name = ClaimName.Create(DateTimeOffset.FromUnixTimeMilliseconds(received), default).With(DateTimeOffset.FromUnixTimeMilliseconds(until), attempt, reason < 0 ? null : (SetAsideReason)reason);
        return ClaimName.Parse(name.ToString()) == name;
    });

    [Theory]
    [InlineData("")]
    [InlineData("1790000000.M1P2.host:2,S")]
    [InlineData("0123456789abcdef0123456789abcdef.1.01.1.eml")]
    [InlineData("0123456789abcdef0123456789abcdef.1.1.999999999999999.eml")]
    [InlineData("0123456789abcdef0123456789abcdef.1.1.1.Nonsense.eml")]
    [InlineData("0123456789abcdef0123456789abcdef.1.1.1.3.eml")]
    [InlineData("0123456789abcdef0123456789abcdef.1.1.1.eml\n")]
    [InlineData("0123456789ABCDEF0123456789abcdef.1.1.1.eml")]
    [InlineData("0123456789abcdef0123456789abcdef.1.\u0661.1.eml")]
    public void WhatIsNoneOfOursIsNoClaim(string name) => ClaimName.Parse(name).Should().BeNull();

    private static async Task<string> OfAsync(string mail, int step, string messageId = "1@x.example")
    {
        await using var stream = new MailFingerprint(new MemoryStream(Encoding.ASCII.GetBytes(mail)));
        var piece = new byte[step];
        for (var read = 0; read < mail.Length / 2;)
            read += await stream.ReadAsync(piece);
        return await stream.FinishAsync(messageId, CancellationToken.None);
    }
}
