using System.Xml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>The classic wrappings: what was signed is still there and still valid, only it is not what a careless reader reads.</summary>
internal static class Wrappings
{
    public static XmlElement Make(AnswerPlan plan) => plan.Shape switch
    {
        AnswerShape.WrappedResponse => Response(plan),
        AnswerShape.WrappedSibling => Sibling(plan),
        _ => Object(plan),
    };

    private static XmlElement Response(AnswerPlan plan)
    {
        var forged = AnswerMaker.Right(ForgedPlan.Of(plan));
        Hide(AnswerMaker.Right(plan with { ResponseSignature = SignatureOf(plan) }), forged);
        return forged;
    }

    private static XmlElement Sibling(AnswerPlan plan) => AnswerMaker.Response(
        plan,
        AnswerMaker.Sealed(AnswerMaker.Assertion(ForgedPlan.Of(plan)), plan.Seal),
        AnswerMaker.Sealed(AnswerMaker.Assertion(plan with { AssertionSignature = SignatureOf(plan) }), plan.Seal));

    private static XmlElement Object(AnswerPlan plan)
    {
        var forged = AnswerMaker.Assertion(ForgedPlan.Of(plan));
        Hide(AnswerMaker.Assertion(plan with { AssertionSignature = SignatureOf(plan) }), forged);
        return AnswerMaker.Response(plan, AnswerMaker.Sealed(forged, plan.Seal));
    }

    // The forged element gets the signature of the true one, and the true one hides in that signature.
    private static void Hide(XmlElement signed, XmlElement forged)
    {
        var signature = signed.Child("Signature", SamlUris.Dsig)!;
        signed.RemoveChild(signature);
        var moved = forged.OwnerDocument.ImportNode(signature, deep: true);
        var hidingPlace = forged.OwnerDocument.CreateElement("ds", "Object", SamlUris.Dsig);
        hidingPlace.AppendChild(forged.OwnerDocument.ImportNode(signed, deep: true));
        moved.AppendChild(hidingPlace);
        forged.InsertAfter(moved, forged.Child("Issuer", SamlUris.Assertion));
    }

    private static SignatureStyle SignatureOf(AnswerPlan plan) => plan.AssertionSignature ?? plan.ResponseSignature!;
}
