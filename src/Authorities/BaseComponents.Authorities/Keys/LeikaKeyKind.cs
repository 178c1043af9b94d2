namespace BaseComponents.Authorities.Keys;

/// <summary>How closely a service key names a service.</summary>
public enum LeikaKeyKind
{
    /// <summary>What services are about, such as the dog tax; digits 9 to 14 are zero.</summary>
    /// <remarks>Leistungsobjekt (LO).</remarks>
    Subject,

    /// <summary>What is done with it, such as the registration; digits 12 to 14 are zero.</summary>
    /// <remarks>Leistungsobjekt mit Verrichtung (LOV).</remarks>
    Activity,

    /// <summary>A special case of what is done.</summary>
    /// <remarks>Leistungsobjekt mit Verrichtung und Detail (LOVD).</remarks>
    Detail,
}
