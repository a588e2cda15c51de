// What the products of a chain say.

export default {
  en: {
    way: 'each gradient', alone: 'alone', reuse: 'with reuse', layers: 'layers', multiplications: 'multiplications',
    aloneCount: 'each alone', reuseCount: 'with reuse', gradient: 'gradient', caption: 'The product that is the gradient of each weight, from the loss back to it',
    factor: 'back through a layer', keptFactor: 'kept from the row above', own: 'to the weight itself', againKey: 'the same product as above, worked out again',
    begin: 'No multiplication has been made; {all} are to come.',
    newStep: 'Multiplication {step} of {all}, on the way to {weight}: the product is {product}.',
    againStep: 'Multiplication {step} of {all}, on the way to {weight}: {product} again, which a row above has already found.',
    keepStep: 'Multiplication {step} of {all}: {name} = {product} is new, and kept for the next row.',
    ownStep: 'Multiplication {step} of {all}: the gradient of {weight} is {product}.',
    aloneEnd: 'All gradients are there after {all} multiplications; {again} of them repeated one that was made before.',
    reuseEnd: 'All gradients are there after {all} multiplications; none was made twice.',
  },
  de: {
    way: 'jeder Gradient', alone: 'für sich', reuse: 'mit Behalten', layers: 'Schichten', multiplications: 'Multiplikationen',
    aloneCount: 'jeder für sich', reuseCount: 'mit Behalten', gradient: 'Gradient', caption: 'Das Produkt, das der Gradient jedes Gewichts ist, vom Loss zurück bis zu ihm',
    factor: 'zurück durch eine Schicht', keptFactor: 'aus der Zeile darüber behalten', own: 'zum Gewicht selbst', againKey: 'dasselbe Produkt wie oben, noch einmal ausgerechnet',
    begin: 'Noch wurde nicht multipliziert; {all} Multiplikationen stehen bevor.',
    newStep: 'Multiplikation {step} von {all}, auf dem Weg zu {weight}: Das Produkt ist {product}.',
    againStep: 'Multiplikation {step} von {all}, auf dem Weg zu {weight}: wieder {product}, das eine Zeile darüber schon gefunden hat.',
    keepStep: 'Multiplikation {step} von {all}: {name} = {product} ist neu und wird für die nächste Zeile behalten.',
    ownStep: 'Multiplikation {step} von {all}: Der Gradient von {weight} ist {product}.',
    aloneEnd: 'Nach {all} Multiplikationen sind alle Gradienten da; {again} davon haben eine frühere wiederholt.',
    reuseEnd: 'Nach {all} Multiplikationen sind alle Gradienten da; keine wurde doppelt gemacht.',
  },
};
