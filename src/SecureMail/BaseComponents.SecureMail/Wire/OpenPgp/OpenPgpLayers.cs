using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp.Opening;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>Takes one layer of OpenPGP off the root of a mail, under the same rules as S/MIME: a signature counts only if it covers the whole content.</summary>
internal sealed class OpenPgpLayers(OpenPgpKeys keys, SecureMailLimits limits, EntityParser parser, MailSpools spools, ICollection<MailLayer> seen)
{
    /// <summary>The mail without the layer, or null where there is none.</summary>
    public LayerState? Unwrap(LayerState state)
    {
        if (OpenPgpEntity.Encrypted(state.Layer) is { } message)
            return Decrypted(state, message);
        return !state.HasSignature && OpenPgpEntity.Signed(state.Layer) is { } signed ? Beside(state, signed.Content, signed.Signature) : null;
    }

    private LayerState Decrypted(LayerState state, Func<Stream> message)
    {
        var content = spools.Keep(Open(message));
        var opened = state.Decrypted(parser.ParseEntity(content.Octets));
        if (opened.HasSignature || (content.IsComplete && content.Signatures.Count == 0))
            return opened;
        return content.IsComplete ? opened with { OpenPgp = Check(content.Signatures, content.Octets, isDetached: false) } : opened with { Verdict = new SignatureVerdict.Tampered() };
    }

    private MessageContent Open(Func<Stream> message)
    {
        try
        {
            using var text = message();
            using var octets = Armour.Decode(text, Armour.Message);
            return MessageOpening.Open(octets, keys.Decryption, limits.MaxIncomingSize, found => seen.Add(OpenPgpLayerNames.Of(found)));
        }
        catch (OpenPgpException exception)
        {
            throw OpenPgpFault.Reading(exception.Problem);
        }
    }

    private LayerState Beside(LayerState state, OctetSlice content, Func<Stream> signature)
    {
        // What is shown is what was signed, line ends included.
        var canonical = spools.Keep(new ThrowAwaySpool());
        using (var source = new OctetStream(content))
        using (var sink = new CanonicalSink(canonical))
            source.CopyTo(sink);
        var layer = parser.ParseEntity(canonical);
        try
        {
            using var text = signature();
            using var octets = Armour.Decode(text, Armour.Signature);
            return state with { OpenPgp = Check(DetachedSignatures.Read(octets), canonical, isDetached: true), Layer = layer };
        }
        catch (OpenPgpException)
        {
            return state with { Verdict = new SignatureVerdict.Tampered(), Layer = layer };
        }
    }

    private List<CheckedSignature> Check(IEnumerable<PgpSignature> signatures, IOctets content, bool isDetached)
    {
        var checking = new SignatureChecking(keys.Pinned, content);
        var all = signatures.Select(checking.Check).ToList();
        seen.Add(OpenPgpLayerNames.Of(all, isDetached));
        return all;
    }
}
