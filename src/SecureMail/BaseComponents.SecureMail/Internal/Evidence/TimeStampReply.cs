using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using BaseComponents.SecureMail.Evidence;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>The answer of a time stamp service (RFC 3161 section 2.4.2), held against the question: status, hash, nonce and policy. Who signed it is not asked here.</summary>
internal static class TimeStampReply
{
    /// <returns>The token as it came, or the problem.</returns>
    public static (byte[]? Token, EvidenceProblem? Problem) Read(Rfc3161TimestampRequest request, byte[] answer)
    {
        try
        {
            var (status, token) = Parts(answer);
            if (status is not (0 or 1))
                return (null, EvidenceProblem.Refused);
            if (token is null)
                return (null, EvidenceProblem.NotGenuine);
            var accepted = request.ProcessResponse(answer, out var length);
            var isAsked = length == answer.Length && (request.RequestedPolicyId is not { } policy || accepted.TokenInfo.PolicyId.Value == policy.Value);
            return isAsked ? (token, null) : (null, EvidenceProblem.NotGenuine);
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return (null, EvidenceProblem.NotGenuine);
        }
    }

    // TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken ContentInfo OPTIONAL }. The token is kept octet by octet: written anew it might not be the same.
    private static (int Status, byte[]? Token) Parts(byte[] answer)
    {
        var fields = new AsnReader(answer, AsnEncodingRules.BER).ReadSequence();
        var info = fields.ReadSequence();
        if (!info.TryReadInt32(out var status))
            throw new AsnContentException();
        return (status, fields.HasData ? fields.ReadEncodedValue().ToArray() : null);
    }
}
