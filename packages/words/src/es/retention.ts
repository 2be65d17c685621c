/** How long a group keeps people of whom it hears nothing. */
export const retention = {
  'people.forgetting.title': 'A quiénes se olvidará',
  'people.forgetting.intro':
    'No se supo nada de estas personas en {months} meses. El día que figura junto a su nombre se borra su registro; los totales quedan igual. Conserva a quienes aún necesites.',
  'people.forgetting.none':
    'No se va a olvidar a nadie. Cuenta como señal de vida firmar, venir, responder o que alguien edite el registro.',
  'people.forgetting.never':
    'Este grupo guarda a las personas hasta que alguien las borra. Eso se cambia en los ajustes.',
  'people.forgetting.line': 'última señal {seen}, se olvida el {due}',
  'people.forgetting.keep': 'Conservar',
  'people.forgetting.kept': 'Se conserva, como si acabara de dar señales.',
  'groups.field.forget': 'Olvidar a las personas de las que no se sabe nada en',
  'groups.field.forget.hint':
    'La organización lo sabe 30 días antes y puede conservar a algunas. Quedan los miembros y quien viene a algo próximo. Los totales también.',
  'groups.forget.never': 'nunca',
  'groups.forget.months': '{months} meses',
  'mail.forgetting.subject': '{group} va a olvidar a personas',
  'mail.forgetting.text':
    'De algunas personas {group} no ha sabido nada en todo el tiempo que las guarda. En 30 días se borran. Conserva a quienes aún necesites.',
  'mail.forgetting.see': 'Ver a quiénes',
} as const;
