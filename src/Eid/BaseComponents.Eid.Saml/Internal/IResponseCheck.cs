namespace BaseComponents.Eid.Saml.Internal;

/// <summary>One named check of an answer. It throws <see cref="SamlRefusedException"/> with the reason, or lets the answer pass.</summary>
internal interface IResponseCheck
{
    void Apply(ResponseUnderCheck answer);
}
