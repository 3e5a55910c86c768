"""A question in Spanish for the way to sell software to the District: a person who asks so in Illinois reads English.

As with English, three things must be there: the question, the wish to do business, and software. A parent, an
applicant, a bill or a pitch for a meeting is none of it.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_ASKS = re.compile(
    r"\b(?:qu[eé]|cu[aá]les) (?:son (?:los|las) |(?:otros|otras|m[aá]s) )?(?:formularios?|documentos?|documentaci[oó]n|"
    r"papeles|papeleo|requisitos|tr[aá]mites?|formas|pasos|informaci[oó]n)\b|"
    r"\bc[oó]mo (?:(?:nos|me|se|podemos|puedo|podr[ií]amos|debemos|hay que|tenemos que|le|les) ){0,3}"
    r"(?:registr\w+|inscrib\w+|da(?:mos|r(?:nos|me|se)?) de alta|enviar\w*|mandar\w*|present\w+|vend\w+|empez\w+|"
    r"convert\w+|llen\w+)\b|"
    r"\b(?:ad[oó]nde|d[oó]nde|a (?:qu[eé]|cu[aá]l) (?:direcci[oó]n|correo)|a qui[eé]n) (?:los |las |lo |la |se |"
    r"hay que |debemos |tenemos que |podemos |puedo )*(?:mand|env[ií]|present|entreg)\w+|"
    r"\bqu[eé] (?:(?:nos|me|se|le|les|m[aá]s) ){0,2}(?:necesit\w+|pide[ns]?|hace falta|requier\w+|hay que|"
    r"tenemos que|debemos)\b|"
    r"\b(?:nos|me) (?:puede|podr[ií]a|pueden|podr[ií]an) (?:enviar|mandar|decir|indicar|explicar)\b[^.?!\n]{0,60}"
    r"\b(?:formularios?|documentos?|requisitos|pasos|proceso|tr[aá]mites?|papeles)\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\b(?:como (?:nuev[oa]s? )?proveedor(?:es|a)?|(?:somos|ser|hacernos|nuev[oa]s?) (?:un |una )?(?:nuev[oa]s? )?"
    r"proveedor(?:es|a)?|registro de proveedores|vend(?:er|erles?|erl[ao]s?|emos)|ofrec(?:er|erles?|erl[ao]s?|emos)|"
    r"(?:quier|dese|gustar[ií]a|pid)\w*[^.?!\n]{0,40}\b(?:usar|utilizar|comprar|adquirir)(?:l[ao]s?)?)\b",
    re.IGNORECASE,
)
_SOFTWARE = re.compile(
    r"\b(?:plataformas?|software|aplicaci(?:[oó]n|ones)|apps?|programas? (?:de|para|educativos?|digital\w*|"
    r"en l[ií]nea)|herramientas? (?:digital\w*|educativas?|en l[ií]nea)|"
    r"en l[ií]nea|digital(?:es)?|suscripci(?:[oó]n|ones)|"
    r"licencias?|sitio web|tecnolog[ií]a educativa|datos de (?:los )?(?:estudiantes|alumnos)|soppa)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:mis? (?:hij[oa]s?|niet[oa]s?|niñ[oa]s?)|empleo|vacante|puesto|curr[ií]culum|solicitud de trabajo|facturas?|"
    r"pagos?|cobr\w+|cuenta bancaria|reembolso|licitaci[oó]n|reuni[oó]n|llamada|videollamada|demostraci[oó]n|demo|"
    r"minutos|webinar|seminario|prueba gratuita|muebles|sillas|escritorios|uniformes|limpieza|construcci[oó]n|"
    r"autobuses|comida|registros p[uú]blicos|soy (?:maestr[oa]|estudiante|padre|madre|profesor[a]?))\b",
    re.IGNORECASE,
)


def asks_in_spanish(said: str) -> bool:
    """Whether a mail, with its subject, asks in Spanish how to sell software to the District."""
    proofs = (_ASKS, _BUSINESS, _SOFTWARE)
    return all(p.search(said) for p in proofs) and not _OTHERWISE.search(said)
