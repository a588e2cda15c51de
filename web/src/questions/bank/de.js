// The texts of the lessons' questions, in German, by id; the same keys as in en.js.

/** @type {Record<string, import('./texts.js').Texts>} */
export default {
  'problem-loss': { text: 'Ein Modell wird an zwei Punkten gefragt. Seine Fehler sind {a} und {b}. Wie groß ist der Loss, das Mittel der quadrierten Fehler?' },
  'problem-combinations': { text: 'Ein Netz hat {weights} Gewichte. Für jedes probierst du {values} Werte und testest jede Kombination. Wie viele Tests sind das?' },
  'problem-growth': {
    text: 'Für jedes Gewicht probierst du {values} Werte, in jeder Kombination. Das Modell bekommt ein Gewicht mehr. Wie viel mehr Arbeit ist das?',
    options: { more: '{values} Tests mehr', double: 'doppelt so viele Tests', times: '{values}-mal so viele Tests' },
    why: {
      more: '{values} Tests kostet ein Gewicht, das für sich allein probiert wird. Das wird es aber nicht: Jeder seiner Werte muss mit jeder Kombination probiert werden, die es schon gab.',
      double: 'Doppelt so viele wären es bei einem Gewicht mit zwei Werten. Dieses hat {values}, und jeder davon kommt zu jeder Kombination hinzu, die es schon gab.',
    },
  },
  'problem-step': { text: 'Der Loss ist (w − {target})², und w = {w}. Mache einen Schritt des Gradientenabstiegs mit Lernrate {rate}. Wie groß ist das neue w?' },
  'problem-stuck': {
    text: 'Die Kugel liegt an einer Stelle, an der die Steigung genau 0 ist. Du machst noch hundert Schritte Gradientenabstieg. Wo ist sie dann?',
    options: { lowest: 'an der tiefsten Stelle von allen', over: 'auf der anderen Seite des Tals', stays: 'wo sie war' },
    why: {
      lowest: 'Man möchte glauben, dass der Abstieg am besten Ort endet. Er kennt aber nur die Steigung dort, wo die Kugel liegt, und die ist in jeder Mulde 0, ob flach oder tief.',
      over: 'Eine echte Kugel würde weiterschwingen, diese hat aber keinen Schwung: Jeder Schritt ist Lernrate mal Steigung, und die ist 0.',
    },
  },
  'chain-gears': { text: 'u = {inner} · x und y = {outer} · u. Wie groß ist dy/dx bei x = {x}?' },
  'chain-sine': { text: 'y = sin({a} · x²). Schreibe dy/dx.' },
  'chain-power': { text: 'u = {a} · x + {b} und y = u hoch {n}. Schreibe dy/dx.' },
  'chain-product': { text: 'y = (x + {a}) · (x² + {b}). Schreibe dy/dx.' },
  'chain-quotient': { text: 'y = {b} · x / (x² + {a}). Schreibe dy/dx.' },
  'composition-tanh': { text: 'Ein Netz mit einem Neuron: a = tanh({x} · w), y = {v} · a und w = {w}. Wie groß ist ∂y/∂w?' },
  'composition-layers': {
    text: 'Ein Netz hat drei Schichten. Was wird in den Gradienten von W₁ multipliziert, das im Gradienten von W₃ nicht vorkommt?',
    options: { between: 'die Ableitungen der Schichten 3 und 2 nach ihren Eingaben', own: 'nur die Ableitung von Schicht 1 nach ihren eigenen Gewichten', sum: 'nichts: Die Ableitungen der Schichten werden addiert' },
    why: {
      own: 'Diese Ableitung kommt vor, aber so eine hat jede Schicht, auch die von W₃. Um bis zu W₁ zu kommen, muss der Gradient noch durch die Schichten 3 und 2.',
      sum: 'Gradienten werden addiert, wo mehrere Pfade zusammenkommen. Von Schicht 3 zu Schicht 1 führt nur einer, und entlang eines Pfades wird multipliziert.',
    },
  },
  'passes-graph': { text: 'Trage die Werte von links nach rechts ein, dann die Gradienten vom Loss zurück bis w und b.' },
  'passes-error': { text: 'Die Vorhersage ist {prediction}, das Ziel {target} und der Loss (Vorhersage − Ziel)². Wie groß ist der Gradient des Loss nach der Vorhersage?' },
  'passes-batch': { text: 'Die Vorhersage ist w · x mit w = {w}. Zwei Beispiele: x = {x1} mit Ziel {t1} und x = {x2} mit Ziel {t2}. Der Loss ist das Mittel der quadrierten Fehler. Wie groß ist ∂Loss/∂w?' },
  'direction-sign': {
    text: 'Ein Gewicht hat den Gradienten {gradient}. Wohin bewegt es der Gradientenabstieg?',
    options: { raise: 'nach oben: Das Gewicht wächst', lower: 'nach unten: Das Gewicht wird kleiner', neither: 'gar nicht' },
    why: {
      raise: 'Ein positiver Gradient sieht nach „hinauf“ aus, und dort wächst der Loss. Der Abstieg geht andersherum: Er subtrahiert, und das Gewicht wird kleiner.',
      lower: 'Ein negativer Gradient sieht nach „hinunter“ aus. Er sagt aber, dass der Loss fällt, wenn das Gewicht wächst, und der Abstieg zieht ihn ab: Minus eine negative Zahl geht nach oben.',
      neither: 'Ein Gewicht bleibt nur stehen, wenn sein Gradient 0 ist. Dieser ist {gradient}: Hier ist es nicht eben, und das Vorzeichen sagt, wo es hinabgeht.',
    },
  },
  'direction-change': { text: 'Ein Gewicht ist {w}, sein Gradient {gradient}. Es wird um {percent} % erhöht. Um wie viel ändert sich der Loss in erster Ordnung?' },
  'direction-sensitive': {
    text: 'Gewicht A hat den Gradienten {a}, Gewicht B den Gradienten {b}. Du darfst eines um einen winzigen Betrag ändern, denselben für beide. Welches ändert den Loss mehr?',
    options: { first: 'A', second: 'B', same: 'beide gleich' },
    why: {
      first: 'A ist die größere Zahl, denn B ist negativ. Das Vorzeichen sagt aber nur, wohin der Loss geht; wie weit, sagt der Betrag, und ohne Vorzeichen ist {b} größer.',
      second: 'Das Minus fällt auf, sagt aber nur, wohin der Loss geht. Wie weit, sagt der Betrag, und ohne Vorzeichen ist {b} kleiner als {a}.',
      same: 'Der Betrag der Änderung ist bei beiden gleich, der Loss ändert sich aber um Änderung mal Gradient, und die Gradienten {a} und {b} sind nicht gleich groß.',
    },
  },
  'direction-drop': { text: 'Ein Gewicht hat den Gradienten {gradient}. Es macht einen Schritt Gradientenabstieg mit Lernrate {rate}. Um wie viel sollte sich der Loss ändern, in erster Ordnung?' },
  'direction-rate': {
    text: 'Der Loss ist {curve} · w², seine Steigung bei w also {twice} · w. Der Gradientenabstieg läuft mit Lernrate {rate}. Was geschieht mit w?',
    options: { smooth: 'es geht von einer Seite her gegen 0', over: 'es springt jedes Mal auf die andere Seite und kommt näher', away: 'es springt jedes Mal auf die andere Seite und entfernt sich' },
    why: {
      smooth: 'Das tut der Abstieg mit kleiner Lernrate. Hier multipliziert ein Schritt w mit 1 − {rate} · {twice} = {factor}, und ein Faktor unter 0 wechselt die Seite.',
      over: 'Hin und her springen und zur Ruhe kommen ist eines von dreien, die geschehen können. Ein Schritt multipliziert w mit 1 − {rate} · {twice} = {factor}; für diese Antwort läge der Faktor zwischen −1 und 0.',
      away: 'Eine große Lernrate kann das, diese ist aber nicht groß genug. Ein Schritt multipliziert w mit 1 − {rate} · {twice} = {factor}; erst ein Faktor unter −1 führt weiter weg.',
    },
  },
  'direction-two': { text: 'Zwei Gewichte haben die Gradienten {g1} und {g2}. Das erste wird um {d1} verändert, das zweite um {d2}. Um wie viel sollte sich der Loss ändern, in erster Ordnung?' },
  'graph-polynomial': { text: 'y = x² + {b}x + {c} als Graph, bei x = {x}. Trage die Werte ein, dann die Gradienten von y zurück bis x.' },
  'graph-seven': { text: 'x = {x}, y = x² + {b}x + {c}, dann y.backward(). Wie groß ist x.grad?' },
  'graph-twice': { text: 'x = {x} und y = {b} · x². Vorwärts- und Rückwärtsdurchlauf werden {times}-mal ausgeführt, zero_grad nie. Wie groß ist x.grad am Ende?' },
  'graph-detach': { text: 'x = {x}, c = x.detach() und y = c · x. Was ist x.grad nach y.backward()?' },
  'efficiency-count': { text: 'Eine Kette hat {layers} Schichten mit je einem Gewicht. Der Pfad zum letzten Gewicht kostet 1 Multiplikation, der zum vorletzten 2 und so weiter. Jeder Pfad wird für sich gerechnet. Wie viele Multiplikationen sind das?' },
  'efficiency-growth': { text: 'Ein Netz wächst auf das {times}-Fache an Schichten. Jeder Gradient wird für sich berechnet, mit Aufwand O(n²). Auf das Wievielfache wächst die Arbeit?' },
  'efficiency-reuse': { text: 'Eine Kette hat {layers} Schichten mit je einem Gewicht. Der Gradient an jeder Schicht wird behalten: Von einer Schicht zur davor braucht es 1 Multiplikation, von einer Schicht zu ihrem Gewicht 1 weitere. Der Gradient an der letzten Schicht ist gegeben. Wie viele Multiplikationen sind das für alle {layers} Gewichte?' },
  'efficiency-direction': {
    text: 'Eine Funktion macht aus {inputs} Zahlen {outputs}, und du willst die Ableitung jedes Ausgangs nach jedem Eingang. Auf welchem Weg braucht es weniger Durchläufe?',
    options: { backward: 'rückwärts: ein Durchlauf je Ausgang', forward: 'vorwärts: ein Durchlauf je Eingang', same: 'auf beiden gleich viele' },
    why: {
      backward: 'Rückwärts geht man beim Training, wo nur ein Loss herauskommt. Hier kommen {outputs} Zahlen heraus, und jede braucht ihren eigenen Durchlauf; vorwärts ist es einer für jede Zahl, die hineingeht, also {inputs}.',
      forward: 'Vorwärts gehen auch die Werte, also liegt es nahe. Es braucht aber einen Durchlauf für jede Zahl, die hineingeht, also {inputs}; rückwärts ist es einer für jede, die herauskommt, also {outputs}.',
      same: 'Die Ableitungen sind am Ende dieselben, die Durchläufe nicht: rückwärts einer je Ausgang, also {outputs}, vorwärts einer je Eingang, also {inputs}.',
    },
  },
  'efficiency-memory': {
    text: 'Irgendwo im Netz steht y = w · x, und rückwärts kommt ∂L/∂y an. Welcher Wert des Vorwärtsdurchlaufs muss noch da sein, damit sich ∂L/∂w finden lässt?',
    options: { input: 'x, was hineinging', output: 'y, was herauskam', nothing: 'keiner: ∂L/∂y genügt' },
    why: {
      output: 'Die nächste Schicht braucht y, die Ableitung von w · x nach w ist aber x, und darin kommt y nicht vor.',
      nothing: '∂L/∂y ist das, was ankommt. Es muss noch mit der lokalen Ableitung ∂y/∂w multipliziert werden, und die ist x.',
    },
  },
  'exercise-chain': { text: 'y = ({a}x + {b})². Schreibe dy/dx nach der Kettenregel.' },
  'exercise-layers': { text: 'Drei Schichten. Am Ausgang ist der Gradient {output}; rückwärts sind die lokalen Gradienten {c}, {b} und {a}. Wie groß ist der Gradient an der ersten Schicht?' },
  'exercise-update': { text: 'w = {w}, ∂Loss/∂w = {gradient}, und die Lernrate ist {rate}. Wie groß ist das neue Gewicht?' },
  'flow-vanishing': { text: 'Rückwärts durch jede von {layers} Schichten wird der Gradient mit {slope} multipliziert. Was bleibt von einem Gradienten von 1?' },
  'flow-sigmoid': { text: 'Die Sigmoidfunktion von z = {z} ist {y}. Wie groß ist dort ihre Ableitung?' },
  'flow-either': {
    text: 'Jede Schicht multipliziert den Gradienten mit Gewicht · Steigung = {w} · {slope}. Was geschieht mit ihm in einem tiefen Netz?',
    options: { grow: 'er explodiert', vanish: 'er verschwindet', same: 'er behält seine Größe' },
    why: {
      grow: 'Er würde wachsen, wenn nur das Gewicht zählte. Die Steigung wird aber auch multipliziert, und {w} · {slope} = {product} ist kleiner als 1.',
      vanish: 'Er würde verschwinden, wenn nur die Steigung zählte. Das Gewicht wird aber auch multipliziert, und {w} · {slope} = {product} ist größer als 1.',
      same: 'Eine Schicht ändert wenig, darum sieht es so aus. Das Produkt {product} ist aber nicht 1, und ein tiefes Netz multipliziert es immer wieder.',
    },
  },
  'flow-residual': { text: 'Eine Schicht addiert zu dem, was an ihr vorbeigeht: h = x + f(x). An dieser Stelle ist die Steigung von f, Gewicht · Steigung der Aktivierung, {w} · {slope}. Womit wird ein Gradient auf dem Weg zurück von h zu x multipliziert?' },
  'beyond-momentum': { text: 'Momentum 0,9: Die Geschwindigkeit ist {velocity}, dann kommt ein Gradient von {gradient}. w = {w}, und die Lernrate ist {rate}. Neue Geschwindigkeit: 0,9 · alte + Gradient. Wie groß ist das neue w?' },
  'beyond-difference': { text: 'f(x) = x³. Was sagt die zentrale Differenz über f′({x}), mit h = {h}?' },
};
