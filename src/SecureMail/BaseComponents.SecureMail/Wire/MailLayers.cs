using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// Takes encryption and signature off the root of a mail. A signature counts only if it covers the whole content: one below the root, or
/// one over the encrypted form, says nothing about what the reader sees.
/// </summary>
internal sealed class MailLayers(MailSettings settings, EntityParser parser, MailSpools spools, ICollection<MailLayer> seen)
{
    private const int MaxLayers = 4;
    private readonly OpenPgpLayers _openPgp = new(settings.OpenPgp, settings.Options.Limits, parser, spools, seen);

    /// <summary>Opens what is encrypted, and puts the ciphertext aside.</summary>
    public MimeLayer Decrypt(Stream envelope)
    {
        try
        {
            return parser.ParseEntity(spools.Keep(EnvelopeOpening.Open(envelope, settings.DecryptionCertificates, found => seen.Add(LayerNames.Of(found)))).Octets);
        }
        catch (CmsException exception)
        {
            throw DecryptionFault(exception.Problem);
        }
    }

    /// <summary>Goes on as long as there are layers.</summary>
    public LayerState Unwrap(LayerState state, string? from)
    {
        for (var depth = state.IsEncrypted ? 1 : 0; depth < MaxLayers; depth++)
        {
            if (SmimeEntity.Enveloped(state.Layer) is { } envelope)
                state = state.Decrypted(Decrypt(envelope));
            else if (!state.HasSignature && SmimeEntity.Signed(state.Layer) is { } signed)
                state = Bound(signed.Detached is { } beside ? Beside(state, signed, beside) : Inside(state, signed), from);
            else if (_openPgp.Unwrap(state) is { } unwrapped)
                state = unwrapped.HasSignature && !state.HasSignature ? Bound(unwrapped, from) : unwrapped;
            else
                break;
        }

        return state;
    }

    // What the signed content says of its sender was signed; the header around it was not.
    private static LayerState Bound(LayerState state, string? from) =>
        SignedHeaders.Agree(state.Layer.Entity, from) ? state : state with { Verdict = new SignatureVerdict.AddressMismatch() };

    private MimeLayer Decrypt(Func<Stream> open)
    {
        using var envelope = open();
        return Decrypt(envelope);
    }

    private LayerState Beside(LayerState state, SignedContent signed, OctetSlice content)
    {
        try
        {
            using var signature = signed.Signature();
            using var reader = new SignedDataReader(signature);
            // A message that brings content of its own beside the detached one would be checked against the wrong bytes.
            if (reader.Content is not null)
                return Tampered(state, content);
            using var canonical = new CanonicalSink(reader.Digests);
            Copy(content, canonical);
            return state with { Signatures = Seen(reader.Finish(), isDetached: true), Layer = parser.ParseEntity(canonical.HasChanged ? Canonical(content) : content) };
        }
        catch (CmsException)
        {
            return Tampered(state, content);
        }
    }

    private LayerState Tampered(LayerState state, IOctets content) => state with { Verdict = new SignatureVerdict.Tampered(), Layer = parser.ParseEntity(content) };

    private LayerState Inside(LayerState state, SignedContent signed)
    {
        try
        {
            using var message = signed.Signature();
            using var reader = new SignedDataReader(message);
            var content = spools.Keep(new ThrowAwaySpool());
            reader.Content?.CopyTo(content);
            return state with { Signatures = Seen(reader.Finish(), isDetached: false), Layer = parser.ParseEntity(content) };
        }
        catch (CmsException)
        {
            return state with { Verdict = new SignatureVerdict.Tampered() };
        }
    }

    private CmsSignatures Seen(CmsSignatures signatures, bool isDetached)
    {
        seen.Add(LayerNames.Of(signatures, isDetached));
        return signatures;
    }

    // What is shown is what was signed, line ends included.
    private ThrowAwaySpool Canonical(OctetSlice content)
    {
        var spool = spools.Keep(new ThrowAwaySpool());
        using var canonical = new CanonicalSink(spool);
        Copy(content, canonical);
        return spool;
    }

    private static void Copy(IOctets content, Stream target)
    {
        using var source = new OctetStream(content);
        source.CopyTo(target);
    }

    private static SecureMailException DecryptionFault(CmsProblem problem) => problem switch
    {
        CmsProblem.NoKey => new(SecureMailErrors.CannotDecrypt, "The mail was not read. None of the configured DecryptionKeys opens it: it is for another key, or was damaged."),
        CmsProblem.UnsupportedAlgorithm => new(SecureMailErrors.UnsupportedAlgorithm, "The mail was not read. It is encrypted with an algorithm other than AES in GCM or CBC mode with RSA (PKCS #1 v1.5, OAEP) or elliptic curves."),
        _ => new(SecureMailErrors.IncomingMalformed, "The mail was not read. Its encrypted part is broken."),
    };
}
